public import Foundation
public import PaymentIntents

/// What the merchant's own system is told about one change of a payment's status.
public struct PaymentNotification: Sendable, Hashable {
    /// Made of the payment and of the line of its history, so that the same change always has the same id.
    public let id: String

    /// The payment.
    public let paymentID: PaymentID

    /// The line of the payment's history that changed its status.
    public let sequence: Int

    /// The status it changed to.
    public let status: PaymentStatus

    /// When it changed.
    public let at: Date

    /// The JSON text that is sent: the payment as it was at that change.
    public let body: String

    /// Tells of a change.
    ///
    /// - Parameters:
    ///   - status: The status it changed to.
    ///   - payment: The payment as it is at that change.
    ///   - now: When it changed.
    public init(of status: PaymentStatus, payment: Payment, at now: Date) {
        id = NotificationName(paymentID: payment.id, sequence: payment.sequence).text
        paymentID = payment.id
        sequence = payment.sequence
        self.status = status
        at = now
        body = NotificationDocument.json(of: status, payment: payment, at: now)
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
        self.id = id
        self.paymentID = paymentID
        self.sequence = sequence
        self.status = status
        self.at = at
        self.body = body
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
