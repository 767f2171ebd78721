import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum MatchMutants {
    static let all: [StoreMutant] = waiting + names + hints

    private static let waiting: [StoreMutant] = [
        taking("forgets what a callback says that waits for an id", caughtBy: MatchRules.waitsForID) { base, delivery in
            guard delivery.evidence?.providerPaymentID != nil else { return delivery }
            return try await base.payment(named: delivery.evidence) == nil
                ? delivery.with(.keep(.unmatched, note: "")) : delivery
        },
        taking("forgets what a callback says that waits for a reference", caughtBy: MatchRules.waitsForReference) {
            base,
            delivery in
            guard let evidence = delivery.evidence, evidence.providerPaymentID == nil else { return delivery }
            return try await base.first { $0.providerReference == evidence.reference } == nil
                ? delivery.with(.keep(.unmatched, note: "")) : delivery
        },
        StoreMutant("folds what waited, last first", caughtBy: MatchRules.waitsInOrder) { store, _ in
            store.absorbing = { base, batch in try await base.absorb(batch.reversed()).reversed() }
        },
        StoreMutant("lets no payment move to another account", caughtBy: MatchRules.waitsForAccount) { store, _ in
            store.modifying = { base, id, change in
                try await base.modify(id) { payment in change(payment)?.with { $0.payment.account = payment.account } }
            }
        },
    ]

    private static let names: [StoreMutant] = [
        taking("believes a reference beside an unknown id", caughtBy: MatchRules.idExcludesReference) {
            base,
            delivery in
            guard try await base.payment(named: delivery.evidence) == nil else { return delivery }
            return delivery.changing { $0.providerPaymentID = nil }
        },
        taking("takes an id of any account", caughtBy: MatchRules.account) { base, delivery in
            delivery.with(account: try await base.payment(named: delivery.evidence)?.account)
        },
        taking("takes a reference of any account", caughtBy: MatchRules.account) { base, delivery in
            guard let evidence = delivery.evidence, evidence.providerPaymentID == nil else { return delivery }
            return delivery.with(account: try await base.first { $0.providerReference == evidence.reference }?.account)
        },
        taking("takes what names no kind for a deposit", caughtBy: MatchRules.kind) { _, delivery in
            delivery.changing { $0.kind = $0.kind ?? .deposit }
        },
        StoreMutant("gives what names no kind to whichever payment gets an id", caughtBy: MatchRules.kind) { store, _ in
            store.modifying = { base, id, change in
                let isNamed = try await base.payment(id)?.providerPaymentID != nil
                let outcome = try await base.modify(id, change)
                guard !isNamed, let payment = outcome?.payment, payment.providerPaymentID != nil else { return outcome }
                let evidence = try Sample.evidence(.expired, reference: payment.providerReference)
                return try await base.modify(id) { $0.absorbing(evidence, trust: .signed, at: Sample.now) }
            }
        },
        taking("takes what names a kind for any", caughtBy: MatchRules.kind) { _, delivery in
            delivery.changing { $0.kind = nil }
        },
        taking("ends ids at a NUL", caughtBy: MatchRules.bytes) { _, delivery in
            delivery.changing { $0.providerPaymentID = $0.providerPaymentID.map { String($0.prefix { $0 != "\0" }) } }
        },
        taking("takes ids that look alike for one", caughtBy: MatchRules.bytes) { base, delivery in
            let id = delivery.evidence?.providerPaymentID
            let alike = try await base.first { $0.providerPaymentID == id }?.providerPaymentID
            return delivery.changing { $0.providerPaymentID = alike ?? id }
        },
        taking("takes references that look alike for one", caughtBy: MatchRules.bytes) { base, delivery in
            let reference = delivery.evidence?.reference
            let alike = try await base.first { $0.providerReference == reference }?.providerReference
            return delivery.changing { $0.reference = alike ?? reference }
        },
    ]

    private static let hints: [StoreMutant] = [
        taking("remembers what nobody signed", caughtBy: HintRules.unsigned) { _, delivery in
            guard case .hint(let lookup, nil, let trust) = delivery.meaning else { return delivery }
            let evidence = try Sample.evidence(.pending, reference: lookup.reference)
            return delivery.with(.hint(lookup, says: evidence, trust: trust))
        },
        StoreMutant("keeps the bytes of what nobody signed", caughtBy: HintRules.unsigned) { store, _ in
            store.absorbing = { base, batch in
                _ = try await base.absorb(batch.map { $0.with(.keep(.notUnderstood, note: "unsigned")) })
                return try await base.absorb(batch)
            }
        },
        taking("believes what wants confirmation", caughtBy: HintRules.signed) { _, delivery in
            guard case .hint(_, let evidence?, let trust) = delivery.meaning else { return delivery }
            return delivery.with(.evidence(evidence, trust: trust))
        },
        taking("believes a hint that had to wait", caughtBy: HintRules.signedWaits) { base, delivery in
            guard case .hint(_, let evidence?, let trust) = delivery.meaning,
                try await base.payment(named: evidence) == nil
            else { return delivery }
            return delivery.with(.evidence(evidence, trust: trust))
        },
    ]

    /// A store that takes a callback for another one.
    private static func taking(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (any PaymentStore, CallbackDelivery) async throws -> CallbackDelivery
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.absorbing = { base, batch in
                var changed: [CallbackDelivery] = []
                for delivery in batch { changed.append(try await change(base, delivery)) }
                return try await base.absorb(changed)
            }
        }
    }
}
