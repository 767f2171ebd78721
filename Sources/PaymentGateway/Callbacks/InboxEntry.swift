public import Foundation
public import PaymentIntents

/// A callback as the inbox keeps it: authentic when it came, raw bytes and all.
///
/// Its description shows no byte of it.
public struct InboxEntry: Sendable {
    /// Its number in the inbox.
    public let number: Int64

    /// The account that it came to.
    public let account: AccountName

    /// What became of it.
    public let state: InboxState

    /// Why it is kept, when it was not folded into a payment.
    public let note: String?

    /// The payment that it was folded into.
    public let paymentID: PaymentID?

    /// When it came first.
    public let receivedAt: Date

    /// How often the same bytes came.
    public let copies: Int

    /// The request. Headers that carried our own credentials are left out.
    public let callback: Callback

    /// Collects an entry.
    ///
    /// - Parameters:
    ///   - number: Its number in the inbox.
    ///   - account: The account that it came to.
    ///   - state: What became of it.
    ///   - note: Why it is kept.
    ///   - paymentID: The payment that it was folded into.
    ///   - receivedAt: When it came first.
    ///   - copies: How often the same bytes came.
    ///   - callback: The request.
    public init(
        number: Int64,
        account: AccountName,
        state: InboxState,
        note: String?,
        paymentID: PaymentID?,
        receivedAt: Date,
        copies: Int,
        callback: Callback
    ) {
        self.number = number
        self.account = account
        self.state = state
        self.note = note
        self.paymentID = paymentID
        self.receivedAt = receivedAt
        self.copies = copies
        self.callback = callback
    }
}
