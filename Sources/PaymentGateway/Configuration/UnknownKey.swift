import PaymentIntents

/// How a key is reported that nobody knows.
///
/// In `{ apiKey, sk_test_… }`, a colon short, the secret has become a key. So a key is named only when it looks like one
/// and something is written under it; any other is shown by its line.
enum UnknownKey {
    /// The error about an entry of a section.
    ///
    /// - Parameters:
    ///   - entry: The entry that nobody knows.
    ///   - section: The section's key; `nil` at the top.
    ///   - known: The keys that would have been known.
    /// - Returns: The error, naming the key or its line.
    static func error(_ entry: YAMLEntry, in section: String?, known: Set<String>) -> ConfigurationError {
        error(
            entry.name,
            line: entry.line,
            hasValue: !YAMLText.isNothing(entry.node),
            in: section,
            hint: "known are: " + known.sorted().joined(separator: ", ")
        )
    }

    /// The error about a key of a section.
    ///
    /// - Parameters:
    ///   - name: The key, without the section's in front.
    ///   - line: The line it stands in.
    ///   - hasValue: Whether something is written under it.
    ///   - section: The section's key; `nil` at the top.
    ///   - hint: What may help, to stand at the end of the sentence.
    /// - Returns: The error, naming the key or its line.
    static func error(
        _ name: String,
        line: Int,
        hasValue: Bool,
        in section: String?,
        hint: String
    ) -> ConfigurationError {
        guard hasValue, isPresentable(name) else {
            return ConfigurationError(key: section ?? "config", problem: "has an unknown key in line \(line); \(hint)")
        }
        let key = section.map { "\($0).\(name)" } ?? name
        return ConfigurationError(key: key, problem: "is an unknown key, in line \(line); \(hint)")
    }

    /// Whether a name can be a key: a letter, and at most 39 letters, digits, hyphens and underscores after it.
    static func isPresentable(_ name: String) -> Bool {
        let isLetter: (UInt8) -> Bool = { ("a"..."z").contains(Unicode.Scalar($0 | 0x20)) }
        let digitsAndSigns = "0123456789-_".utf8
        guard (1...40).contains(name.utf8.count), let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || digitsAndSigns.contains($0) }
    }
}
