extension String {
    /// The items of a list as an environment variable writes it: separated by commas, without blanks around them.
    /// Items of nothing are left out, so that a comma at the end adds none.
    package var commaSeparated: [String] {
        utf8.split(separator: UInt8(ascii: ","))
            .map { String(decoding: $0.trimmingBlanks, as: UTF8.self) }
            .filter { !$0.isEmpty }
    }
}

extension Substring.UTF8View {
    fileprivate var trimmingBlanks: Substring.UTF8View {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
        var rest = self.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
        return rest
    }
}
