import Foundation
import PaymentGateway
import PaymentIntents

/// Says what happens while it happens. In json mode it is silent: only results are printed.
struct DemoNarrator: Sendable {
    let format: OutputFormat

    /// A chapter of the demo.
    func chapter(_ title: String) {
        say("")
        say("━━ \(title)")
    }

    /// A scenario begins.
    func scenario(_ title: String) {
        say("")
        say("   \(title)")
    }

    /// Somebody does something.
    func act(_ text: String) {
        say("      · \(text)")
    }

    /// Everything that was said about a payment, with the time since it was recorded.
    func timeline(of payment: Payment, _ history: [HistoryEntry], told: [String]) {
        say("        \(payment.id)")
        for entry in history {
            let milliseconds = Int(entry.at.timeIntervalSince(payment.recordedAt) * 1000)
            let time = Table.padded("+\(milliseconds) ms", to: 9)
            let source = Table.padded(entry.source.rawValue, to: 9)
            let claim = Table.padded(entry.claim ?? "-", to: 10)
            let remark = remark(on: entry)
            let status = entry.status.rawValue
            let end = remark.isEmpty ? status : Table.padded(status, to: 15) + " " + remark
            say("        \(time) \(source) \(claim) → \(end)")
        }
        say("        the merchant was told: \(told.joined(separator: ", "))")
    }

    /// Any line.
    func say(_ line: String) {
        if format == .text { print(line) }
    }

    /// The name of a provider as people write it.
    static func providerName(_ adapter: String) -> String {
        switch adapter {
        case "smspay": "SMS Pay"
        case "pay2local": "Pay2Local"
        default: adapter
        }
    }

    private func remark(on entry: HistoryEntry) -> String {
        let detail = entry.detail
        var remarks: [String] = []
        if let trust = entry.trust { remarks.append(trust.rawValue) }
        if detail["duplicate"] != nil { remarks.append("said before") }
        if let stated = detail["statedAmount"], let asked = detail["askedAmount"], detail["differs"] != nil {
            remarks.append("says \(stated), asked was \(asked)")
        }
        if let transaction = detail["transactionID"] { remarks.append("transaction \(transaction.prefix(12))") }
        if let note = detail["note"] { remarks.append(note) }
        if detail["creation"] == "unknown" { remarks.append("no answer: outcome unknown") }
        return remarks.joined(separator: "; ").escapedForLog
    }
}
