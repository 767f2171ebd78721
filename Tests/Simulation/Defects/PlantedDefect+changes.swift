import PaymentGateway
import PaymentIntents

/// Defects in what one transaction writes about a payment.
extension PlantedDefect {
    static let changes = [
        changing("a change is not told") { _, change in
            var change = change
            change.notification = nil
            return change
        },
        changing("a line of the history is lost") { _, change in
            var change = change
            if change.entry?.claim != nil { change.entry = nil }
            return change
        },
        changing("the last claim counts and not all of them") { _, change in
            var change = change
            guard let claim = change.entry?.claim.flatMap({ Claim(rawValue: $0) }) else { return change }
            change.payment.lifecycle = Lifecycle(
                claims: ClaimSet(claim),
                hasAnnouncedSuccess: change.payment.lifecycle.hasAnnouncedSuccess
            )
            return change
        },
        changing("a success after the expiry is dropped") { before, change in
            change.payment.status == .succeeded && before.status == .expired ? nil : change
        },
        changing("a provider is not asked about what has expired") { _, change in
            var change = change
            if change.payment.status == .expired { change.payment.nextQueryAt = nil }
            return change
        },
        changing("an unknown creation counts as refused") { _, change in
            var change = change
            if change.payment.creation == .unknown { change.payment.creation = .refused }
            return change
        },
        changing("a provider's name for a payment is forgotten") { _, change in
            var change = change
            if change.payment.creation == .created { change.payment.providerPaymentID = nil }
            return change
        },
        storing("what is told is written in a transaction of its own") { LateTeller(inner: $0) },
        storing("a success is told twice") { EagerTeller(inner: $0) },
        storing("a decision is made on a stale copy") { StaleReader(inner: $0) },
    ]

    private static func changing(
        _ name: String,
        _ tamper: @escaping @Sendable (Payment, PaymentChange) -> PaymentChange?
    ) -> PlantedDefect {
        storing(name) { TamperingStore(inner: $0, tamper: tamper) }
    }

    static func storing(
        _ name: String,
        _ store: @escaping @Sendable (any PaymentStore) -> any PaymentStore
    ) -> PlantedDefect {
        var defect = PlantedDefect(name)
        defect.storeOver = store
        return defect
    }
}

/// Changes what is written.
private struct TamperingStore: StoreWrapper {
    let inner: any PaymentStore
    let tamper: @Sendable (Payment, PaymentChange) -> PaymentChange?

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        let tamper = tamper
        return try await inner.modify(id) { current in change(current).flatMap { tamper(current, $0) } }
    }
}

/// Writes the payment first, and what is told of it afterwards.
private struct LateTeller: StoreWrapper {
    let inner: any PaymentStore

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        let notification = Mutexed<PaymentNotification?>(nil)
        let outcome = try await inner.modify(id) { current in
            guard var written = change(current) else { return nil }
            notification.set(written.notification)
            written.notification = nil
            return written
        }
        guard let late = notification.value else { return outcome }
        return try await inner.modify(id) { PaymentChange($0, notification: late) }
    }
}

/// Tells of a success that was told before.
private struct EagerTeller: StoreWrapper {
    let inner: any PaymentStore

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await inner.modify(id) { current in
            guard var written = change(current) else { return nil }
            if written.entry != nil, written.payment.status == .succeeded {
                written.notification = PaymentNotification(
                    of: .succeeded,
                    payment: written.payment,
                    at: written.payment.updatedAt
                )
            }
            return written
        }
    }
}

/// Decides on the payment as this process saw it last, in place of the payment as it is.
private struct StaleReader: StoreWrapper {
    let inner: any PaymentStore
    private let seen = Mutexed<[PaymentID: Payment]>([:])

    init(inner: any PaymentStore) {
        self.inner = inner
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        let payment = try await inner.payment(id)
        seen.with { $0[id] = payment }
        return payment
    }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        let stale = seen.value[id]
        let outcome = try await inner.modify(id) { current in change(stale ?? current) }
        seen.with { $0[id] = outcome?.payment }
        return outcome
    }
}
