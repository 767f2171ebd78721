import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum ValueMutants {
    static let all: [StoreMutant] = [
        reading("keeps amounts as floating point", caughtBy: ValueRules.amounts) { payment in
            let units = Int64(exactly: Double(payment.amount.minorUnits)) ?? .max
            guard let amount = Money(minorUnits: units, currency: payment.amount.currency) else { return payment }
            return payment.asking { $0.amount = amount }
        },
        reading("takes every currency for taka", caughtBy: ValueRules.amounts) { payment in
            guard let amount = Money(minorUnits: payment.amount.minorUnits, currency: .bdt) else { return payment }
            return payment.asking { $0.amount = amount }
        },
        reading("keeps references in one normal form", caughtBy: ValueRules.references) { payment in
            let text = payment.reference.precomposedStringWithCanonicalMapping
            guard let reference = MerchantReference(text) else { return payment }
            return payment.asking { $0.reference = reference }
        },
        reading("ends texts at a NUL", caughtBy: ValueRules.providerTexts) { payment in
            payment.with { $0.providerPaymentID = $0.providerPaymentID.map { String($0.prefix { $0 != "\0" }) } }
        },
        reading("takes an empty text for none", caughtBy: ValueRules.providerTexts) { payment in
            payment.with { if $0.transactionID?.isEmpty == true { $0.transactionID = nil } }
        },
        reading("forgets where the browser goes", caughtBy: ValueRules.options) { payment in
            payment.asking { $0.returnURLs = ReturnURLs() }
        },
        reading("takes the account for one that was asked for", caughtBy: ValueRules.options) { payment in
            payment.asking { $0.account = payment.account }
        },
        reading("keeps nine claims in eight bits", caughtBy: ValueRules.cases) { payment in
            payment.with { payment in
                let lifecycle = payment.lifecycle
                let claims = ClaimSet(rawValue: lifecycle.claims.rawValue & 0xFF)
                payment.lifecycle = Lifecycle(claims: claims, hasAnnouncedSuccess: lifecycle.hasAnnouncedSuccess)
            }
        },
        reading("keeps redirects and no other action", caughtBy: ValueRules.cases) { payment in
            payment.with { if case .instructions = $0.offeredAction { $0.offeredAction = .none } }
        },
        reading("keeps whole seconds", caughtBy: ValueRules.times) { payment in
            payment.with {
                $0.expiresAt = $0.expiresAt.map { Date(timeIntervalSince1970: floor($0.timeIntervalSince1970)) }
            }
        },
    ]

    /// A store that reads something else than was written.
    private static func reading(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (Payment) -> Payment
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.reading = { base, id in try await base.payment(id).map(change) }
        }
    }
}
