extension ContractReport.Line {
    /// The line for people: a mark, the rule's name, the verdict and the time, and below a broken rule why it is there.
    ///
    /// - Parameters:
    ///   - why: Why the rule is there.
    ///   - width: The number of characters that the names of rules are filled up to.
    /// - Returns: One line, or several.
    public func text(why: String, width: Int) -> String {
        let name = rule + String(repeating: " ", count: max(0, width - rule.count))
        let milliseconds = "\(Int64(time / .milliseconds(1))) ms"
        switch verdict {
        case .passed: return "✔ \(name)  \(milliseconds)"
        case .notApplicable(let needs): return "– \(name)  needs \(needs)"
        case .violated(let violation):
            let parts = [("sent", violation.sent), ("came", violation.came), ("due", violation.due)]
            return Self.broken("\(name)  \(milliseconds)", [("why", why)] + parts)
        case .failed(let error):
            return Self.broken("\(name)  \(milliseconds)", [("why", why), ("came", error), ("due", "no error")])
        }
    }

    private static func broken(_ head: String, _ parts: [(name: String, text: String)]) -> String {
        let below = parts.map { name, text in
            "    \(name):" + String(repeating: " ", count: 5 - name.count)
                + text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n" + String(repeating: " ", count: 10))
        }
        return (["✘ \(head)"] + below).joined(separator: "\n")
    }
}

extension ContractReport {
    /// How many rules there are, hold, are broken and do not apply, and the time that all of them took.
    public var summary: String {
        let inapplicable = lines.count {
            guard case .notApplicable = $0.verdict else { return false }
            return true
        }
        let time = lines.reduce(Duration.zero) { $0 + $1.time }
        return """
            \(subject): \(lines.count) rules, \(lines.count - inapplicable - violations.count) hold, \
            \(violations.count) broken, \(inapplicable) not applicable; \(Int64(time / .milliseconds(1))) ms
            """
    }
}
