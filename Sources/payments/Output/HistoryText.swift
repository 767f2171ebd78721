import PaymentGateway
import PaymentIntents

/// A line of a payment's history as a person reads it.
enum HistoryText {
    static let header = ["#", "at", "source", "claim", "trust", "status", "detail"]

    static func row(_ entry: HistoryEntry) -> [String] {
        let detail = entry.detail.filter { !$0.value.isEmpty }
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value.escapedForLog)" }
        return [
            String(entry.sequence), JSONTime.text(entry.at), entry.source.rawValue, entry.claim ?? "-",
            entry.trust?.rawValue ?? "-", entry.status.rawValue, detail.joined(separator: " "),
        ]
    }
}
