public import Foundation
public import PaymentIntents

/// What the merchant's own system is told about one change of a payment's status.
public struct PaymentNotification: Sendable, Hashable {
    /// Made of the payment and of the line of its history, so that the same change always has the same id.
    public var id: String { otherID ?? NotificationName(paymentID: paymentID, sequence: sequence).text }

    /// The payment.
    public let paymentID: PaymentID

    /// The line of the payment's history that changed its status.
    public let sequence: Int

    /// The status it changed to.
    public let status: PaymentStatus

    /// When it changed.
    public let at: Date

    /// The JSON text that is sent: the payment as it was at that change. It is written when it is asked for.
    public var body: String {
        switch content {
        case .text(let text): text
        case .payment(let payment): NotificationDocument.json(of: status, payment: payment, at: at)
        }
    }

    /// The payment as it was at that change, when the body is written of it; `nil` when the body is a given text.
    package var payment: Payment? {
        switch content {
        case .text: nil
        case .payment(let payment): payment
        }
    }

    private let content: Content

    /// Held by reference: a payment is large, and a notification is passed on a few times.
    private indirect enum Content {
        case text(String)
        case payment(Payment)
    }

    /// The id that a store gave back, should it be another one.
    private let otherID: String?

    /// Tells of a change.
    ///
    /// - Parameters:
    ///   - status: The status it changed to.
    ///   - payment: The payment as it is at that change.
    ///   - now: When it changed.
    public init(of status: PaymentStatus, payment: Payment, at now: Date) {
        otherID = nil
        paymentID = payment.id
        sequence = payment.sequence
        self.status = status
        at = now
        content = .payment(payment)
    }

    /// Restores what a store kept.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - paymentID: The payment.
    ///   - sequence: The line of the payment's history.
    ///   - status: The status it changed to.
    ///   - at: When it changed.
    ///   - body: The JSON text that is sent.
    public init(
        id: String,
        paymentID: PaymentID,
        sequence: Int,
        status: PaymentStatus,
        at: Date,
        body: String
    ) {
        otherID = id == NotificationName(paymentID: paymentID, sequence: sequence).text ? nil : id
        self.paymentID = paymentID
        self.sequence = sequence
        self.status = status
        self.at = at
        content = .text(body)
    }
}

extension PaymentNotification {
    /// Whether both say the same, whether their bodies are written already or not.
    public static func == (first: PaymentNotification, second: PaymentNotification) -> Bool {
        first.id == second.id && first.paymentID == second.paymentID && first.sequence == second.sequence
            && first.status == second.status && first.at == second.at && first.body == second.body
    }

    /// By the id.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

extension PaymentNotification: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The id and the status: the body may hold a wallet's number.
    public var description: String { "\(id) \(status)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children: a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
