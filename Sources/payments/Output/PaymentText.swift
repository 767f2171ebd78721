import PaymentGateway
import PaymentIntents

/// A payment as a person reads it.
struct PaymentText {
    let payment: Payment

    /// Several lines, one a field that has a value.
    var card: String {
        var rows: [(String, String?)] = [
            ("payment", payment.id.rawValue),
            ("status", status),
            ("amount", payment.amount.description),
            ("kind", payment.kind.rawValue),
            ("reference", payment.reference.escapedForLog),
            ("provider", "\(payment.account) (\(payment.adapter))"),
            ("provider's id", payment.providerPaymentID?.escapedForLog),
            ("transaction", payment.transactionID?.escapedForLog),
            ("method", payment.method?.rawValue.escapedForLog),
        ]
        switch payment.nextAction {
        case .none: break
        case .redirect(let url): rows.append(("now", "send the customer to \(url)"))
        case .instructions(let instructions):
            let reference = instructions.reference.map { ", reference \($0.escapedForLog)" } ?? ""
            rows.append(("now", "pay \(instructions.amount) to \(instructions.receiver.digits)\(reference)"))
        }
        rows.append(("creation", payment.creation == .created ? nil : payment.creation.rawValue))
        rows.append(("expires", payment.expiresAt.map(JSONTime.text)))
        rows.append(("created", JSONTime.text(payment.recordedAt)))
        return rows.compactMap { name, value in value.map { Table.padded(name, to: 14) + $0 } }.joined(separator: "\n")
    }

    /// One line of a list.
    var row: [String] {
        [
            payment.id.rawValue, status, payment.amount.description, payment.kind.rawValue,
            payment.reference.escapedForLog, payment.account.rawValue,
        ]
    }

    private var status: String { payment.status.rawValue + (payment.lifecycle.isLate ? " (late)" : "") }
}
