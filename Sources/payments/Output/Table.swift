/// Columns of text.
enum Table {
    /// Lines of which each column starts at the same place.
    static func lines(_ header: [String], _ rows: [[String]]) -> [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return [header, rule].map { line($0, widths) } + rows.map { line($0, widths) }
    }

    /// A text with blanks behind it.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let filled = zip(cells, widths).map { padded($0, to: $1) }
        return filled.joined(separator: "  ").trimmingTrailingBlanks
    }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
