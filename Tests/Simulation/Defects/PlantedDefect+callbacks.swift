import PaymentGateway
import PaymentIntents

/// Defects in how callbacks are taken in.
extension PlantedDefect {
    static let callbacks = [
        storing("a callback is acknowledged before it is committed") { ForgetfulInbox(inner: $0) },
        absorbing("a callback is acknowledged when the store is busy") { (batch, store) async throws(StoreError) in
            do throws(StoreError) {
                return try await store.absorb(batch)
            } catch {
                return batch.map { _ in .kept(.unmatched) }
            }
        },
        absorbing("a callback of an unknown payment is dropped") { (batch, store) async throws(StoreError) in
            var outcomes: [AbsorbOutcome] = []
            for delivery in batch {
                let isKnown = try await delivery.payment(in: store) != nil
                outcomes += isKnown ? try await store.absorb([delivery]) : [.kept(.unmatched)]
            }
            return outcomes
        },
        absorbing("the amount is not compared") { (batch, store) async throws(StoreError) in
            var altered: [CallbackDelivery] = []
            for delivery in batch {
                guard case .evidence(var evidence, let trust) = delivery.meaning,
                    let payment = try await delivery.payment(in: store)
                else {
                    altered.append(delivery)
                    continue
                }
                evidence.amount = .money(payment.amount)
                altered.append(delivery.meaning(.evidence(evidence, trust: trust)))
            }
            return try await store.absorb(altered)
        },
        absorbing("a callback of another account is taken") { (batch, store) async throws(StoreError) in
            guard let wallets = AccountName("wallets") else { return [] }
            return try await store.absorb(batch.map { $0.account.rawValue == "purses" ? $0.account(wallets) : $0 })
        },
        storing("the same callback twice is two callbacks") { HashingInbox(inner: $0) },
        absorbing("a hint is believed without a question") { (batch, store) async throws(StoreError) in
            var altered: [CallbackDelivery] = []
            for delivery in batch {
                guard case .hint(_, let says, let trust) = delivery.meaning,
                    let payment = try await delivery.payment(in: store)
                else {
                    altered.append(delivery)
                    continue
                }
                let believed = Evidence(
                    claim: .succeeded,
                    source: .callback,
                    rawStatus: "Approved",
                    amount: .money(payment.amount),
                    reference: payment.providerReference
                )
                altered.append(delivery.meaning(.evidence(says ?? believed, trust: trust)))
            }
            return try await store.absorb(altered)
        },
        absorbing("a rejection after a success is dropped") { (batch, store) async throws(StoreError) in
            var outcomes: [AbsorbOutcome] = []
            for delivery in batch {
                let payment = try await delivery.payment(in: store)
                if case .evidence(let evidence, _) = delivery.meaning, evidence.claim == .rejected,
                    let payment, payment.status == .succeeded
                {
                    outcomes.append(.absorbed(payment.id, status: payment.status, isNews: false))
                } else {
                    outcomes += try await store.absorb([delivery])
                }
            }
            return outcomes
        },
        absorbing("of several callbacks in one batch only the first is taken in") {
            (batch, store) async throws(StoreError) in
            let outcomes = try await store.absorb(Array(batch.prefix(1)))
            return outcomes + batch.dropFirst().map { _ in .kept(.unmatched) }
        },
    ]

    private static func absorbing(
        _ name: String,
        _ absorb: @escaping @Sendable ([CallbackDelivery], any PaymentStore) async throws(StoreError) -> [AbsorbOutcome]
    ) -> PlantedDefect {
        storing(name) { AbsorbingStore(inner: $0, absorb: absorb) }
    }
}

/// Takes callbacks in by a rule of its own.
private struct AbsorbingStore: StoreWrapper {
    let inner: any PaymentStore
    let absorb: @Sendable ([CallbackDelivery], any PaymentStore) async throws(StoreError) -> [AbsorbOutcome]

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await absorb(batch, inner)
    }
}

/// Says at once that it has a batch, and writes it together with the next one.
private struct ForgetfulInbox: StoreWrapper {
    let inner: any PaymentStore
    private let waiting = Mutexed<[CallbackDelivery]>([])

    init(inner: any PaymentStore) {
        self.inner = inner
    }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        _ = try await inner.absorb(waiting.value)
        waiting.set(batch)
        return batch.map { _ in .kept(.unmatched) }
    }
}

/// Takes every body for a new one.
private struct HashingInbox: StoreWrapper {
    let inner: any PaymentStore
    private let count = Mutexed(0)

    init(inner: any PaymentStore) {
        self.inner = inner
    }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await inner.absorb(
            batch.map { delivery in
                let number = count.with { count in
                    count += 1
                    return count
                }
                return delivery.bodyHash("\(delivery.bodyHash.dropLast(6))\(100_000 + number)")
            }
        )
    }
}
