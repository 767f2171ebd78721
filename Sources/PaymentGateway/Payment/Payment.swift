public import Foundation
public import PaymentIntents

/// A payment as the store keeps it.
///
/// What was asked for never changes; what was claimed only grows; the status is computed from it.
public struct Payment: Sendable, Hashable {
    /// Our identity for it.
    public let id: PaymentID

    /// Whether its money is real.
    public let environment: PaymentEnvironment

    /// What the merchant asked for.
    public let request: PaymentRequest

    /// When it was recorded.
    public let recordedAt: Date

    /// The reference that the provider is given. A store sets it when it records the payment, so that it is unique
    /// among the payments of one kind.
    public var providerReference: String

    /// The account it runs through.
    public var account: AccountName

    /// The name of that account's adapter.
    public var adapter: String

    /// How far its creation has come.
    public var creation: CreationPhase

    /// Who may send the creation: the number grows with every attempt, so that a stale worker cannot write.
    public var fence: Int

    /// Until when the present attempt may take.
    public var leasedUntil: Date?

    /// The provider's name for it, once there is one.
    public var providerPaymentID: String?

    /// The name of the movement of money, once there is one.
    public var transactionID: String?

    /// The wallet, when it is known.
    public var method: PaymentMethod?

    /// What the merchant does now, as the provider's answer to the creation gave it.
    public var offeredAction: NextAction

    /// When the customer can no longer pay.
    public var expiresAt: Date?

    /// Everything that was claimed, and what follows.
    public var lifecycle: Lifecycle

    /// How many lines its history has.
    public var sequence: Int

    /// When anything about it changed last.
    public var updatedAt: Date

    /// When the provider is to be asked next; `nil` when nothing more is expected.
    public var nextQueryAt: Date?

    /// How often in a row the provider was asked since the last news.
    public var queriesWithoutNews: Int
}

extension Payment {
    /// Records a request.
    ///
    /// - Parameters:
    ///   - id: Our identity for it.
    ///   - environment: Whether its money is real.
    ///   - request: What the merchant asked for.
    ///   - account: The account it is to run through.
    ///   - adapter: The name of that account's adapter.
    ///   - now: The time of recording.
    ///   - leasedUntil: Until when the first attempt may take.
    public init(
        id: PaymentID,
        environment: PaymentEnvironment,
        request: PaymentRequest,
        account: AccountName,
        adapter: String,
        at now: Date,
        leasedUntil: Date
    ) {
        // To the memberwise initialiser: one that sets each property copies the whole value at its end.
        self.init(
            id: id,
            environment: environment,
            request: request,
            recordedAt: now,
            providerReference: request.reference.rawValue,
            account: account,
            adapter: adapter,
            creation: .recorded,
            fence: 0,
            leasedUntil: leasedUntil,
            method: request.method,
            offeredAction: .none,
            lifecycle: Lifecycle(),
            sequence: 0,
            updatedAt: now,
            nextQueryAt: leasedUntil,
            queriesWithoutNews: 0
        )
    }
}

extension Payment: PaymentIntent {
    /// Which way the money goes.
    public var kind: PaymentKind { request.kind }
    /// The amount that was asked for.
    public var amount: Money { request.amount }
    /// What everything that was claimed comes to.
    public var status: PaymentStatus { lifecycle.status }
    /// The merchant's own name for it.
    public var reference: String { request.reference.rawValue }
    /// When it was recorded.
    public var createdAt: Date? { recordedAt }

    /// What the merchant does now. Once nothing more is expected of the customer, that is nothing.
    public var nextAction: NextAction {
        switch status {
        case .created, .pending: offeredAction
        case .requiresReview, .expired, .cancelled, .failed, .rejected, .succeeded, .conflicted: .none
        }
    }
}

extension Payment {
    /// What evidence is compared with.
    public var terms: PaymentTerms {
        PaymentTerms(
            kind: kind,
            amount: amount,
            providerReference: providerReference,
            providerPaymentID: providerPaymentID
        )
    }

    /// The payment as its provider is asked to create it. Equal at every attempt.
    public var order: PaymentOrder {
        var order = PaymentOrder(request, id: id)
        order.reference = providerReference
        return order
    }

    /// How the provider is asked about it.
    public var lookup: PaymentLookup {
        PaymentLookup(kind: kind, reference: providerReference, providerPaymentID: providerPaymentID)
    }
}
