public import Foundation
public import PaymentIntents

/// One line of a payment's history: what was said, and what the payment was afterwards.
///
/// What changed nothing is there too.
public struct HistoryEntry: Sendable, Hashable {
    /// The line's number within the payment, from 1.
    public var sequence: Int

    /// When we took it in.
    public var at: Date

    /// Who said it.
    public var source: EvidenceSource

    /// The claim that was folded, or an operator's resolution; `nil` when nothing was claimed.
    public var claim: String?

    /// What the merchant wanted before such evidence is believed; `nil` where nothing was signed or confirmed.
    public var trust: CallbackTrust?

    /// What the payment was afterwards.
    public var status: PaymentStatus

    /// Particulars by name: the raw status, the transaction id, both amounts where they differ, an operator's note.
    public var detail: [String: String]

    /// Collects a line.
    ///
    /// - Parameters:
    ///   - sequence: The line's number within the payment, from 1.
    ///   - at: When we took it in.
    ///   - source: Who said it.
    ///   - claim: The claim that was folded, or an operator's resolution.
    ///   - trust: What the merchant wanted before such evidence is believed.
    ///   - status: What the payment was afterwards.
    ///   - detail: Particulars by name.
    public init(
        sequence: Int,
        at: Date,
        source: EvidenceSource,
        claim: String?,
        trust: CallbackTrust?,
        status: PaymentStatus,
        detail: [String: String]
    ) {
        self.sequence = sequence
        self.at = at
        self.source = source
        self.claim = claim
        self.trust = trust
        self.status = status
        self.detail = detail
    }
}
