import PaymentIntents
public import StrictJSON

/// A line of a payment's history as all JSON of ours shows it. Absent values are `null`.
public struct HistoryDocument: Sendable {
    /// The JSON object.
    public let object: JSONObjectWriter

    /// Shows a line.
    ///
    /// - Parameter entry: The line.
    public init(_ entry: HistoryEntry) {
        var object = JSONObjectWriter()
        object.write("sequence", number: String(entry.sequence))
        object.write("at", JSONTime.text(entry.at))
        object.write("source", entry.source.rawValue)
        object.write("claim", orNull: entry.claim)
        object.write("trust", orNull: entry.trust?.rawValue)
        object.write("status", entry.status.rawValue)
        object.write("detail", Self.object(of: entry.detail))
        self.object = object
    }

    private static let usualDetailLength = 192

    /// The particulars of a line, in the order of their names.
    ///
    /// - Parameter detail: Particulars by name.
    /// - Returns: The JSON object.
    public static func object(of detail: [String: String]) -> JSONObjectWriter {
        var object = JSONObjectWriter(length: usualDetailLength)
        for (name, text) in detail.sorted(by: { $0.key < $1.key }) { object.write(name, text) }
        return object
    }
}
