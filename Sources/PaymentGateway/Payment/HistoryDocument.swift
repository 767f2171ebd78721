import PaymentIntents

/// A line of a payment's history as all JSON of ours shows it.
public struct HistoryDocument: Encodable, Sendable {
    private let entry: HistoryEntry

    /// Shows a line.
    ///
    /// - Parameter entry: The line.
    public init(_ entry: HistoryEntry) {
        self.entry = entry
    }

    private enum Key: String, CodingKey {
        case sequence, at, source, claim, trust, status, detail
    }

    /// Writes every key, absent values as `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(entry.sequence, forKey: .sequence)
        try container.encode(JSONTime.text(entry.at), forKey: .at)
        try container.encode(entry.source.rawValue, forKey: .source)
        try container.encode(entry.claim, forKey: .claim)
        try container.encode(entry.trust?.rawValue, forKey: .trust)
        try container.encode(entry.status.rawValue, forKey: .status)
        try container.encode(entry.detail, forKey: .detail)
    }
}
