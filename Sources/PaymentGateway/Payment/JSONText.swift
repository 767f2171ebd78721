import Foundation

/// JSON texts of ours: one line, members in the order of their names, slashes as they are.
public enum JSONText {
    /// One line of JSON.
    ///
    /// - Parameter value: A value whose encoding cannot fail: strings, integers, booleans and lists of them.
    /// - Returns: The text, without a line end.
    public static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }
}
