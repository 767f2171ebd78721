import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A hint is a reason to ask the provider; it never changes what a payment has come to.
enum HintRules {
    static let all: [StoreRule] = [unsigned, signed, signedWaits]

    private static let lookup = PaymentLookup(kind: .deposit, reference: "ORDER-1", providerPaymentID: nil)

    static let unsigned = StoreRule(
        "hint.unsigned",
        "Nobody signed it: were it kept, anybody could fill the disk, and were it remembered, press the provider."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let meaning = CallbackDelivery.Meaning.hint(lookup, says: nil, trust: .confirmed)
                let hint = try Sample.delivery(meaning, body: Array("hint".utf8))
                try requireEqual(try await store.absorb([hint]), [.ignored], sent: "a hint at an unknown payment")
                let recorded = try await store.recorded(try Sample.payment())
                try requireEqual(recorded.nextQueryAt, Sample.now + 60, sent: "a payment after a hint that was ignored")
                let payment = try await store.set(recorded.id) { $0.creation = .created }
                let outcomes = try await store.absorb([hint, hint])
                let due = AbsorbOutcome.absorbed(payment.id, status: .created, isNews: false)
                try requireEqual(outcomes, [due, due], sent: "a hint at a known payment, twice")
                let asked = try await store.present(payment.id)
                try requireEqual(asked, payment.with { $0.nextQueryAt = Sample.now }, sent: "a hint")
                try requireEqual(try await store.history(of: payment.id), [], sent: "a hint")
            }
            try requireEqual(try await data.kept().count, 0, sent: "three unsigned hints")
        }
    }

    static let signed = StoreRule(
        "hint.signed",
        "The merchant wants confirmation: what a signed hint says is written down and asked about, and not believed."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let evidence = try Sample.evidence(.succeeded, of: "p-1", transaction: "T")
            let outcomes = try await store.absorb([try delivery(evidence)])
            let due = payment.noting(evidence, at: Sample.now)
            try requireEqual(outcomes, [.absorbed(payment.id, status: .pending, isNews: false)], sent: "a signed hint")
            try requireEqual(try await store.present(payment.id), due.payment, sent: "a signed hint")
            try requireEqual(try await store.history(of: payment.id).last, due.entry, sent: "a signed hint")
        }
    }

    static let signedWaits = StoreRule(
        "hint.signed-waits",
        "A hint that came before its payment is still only a hint when the payment appears."
    ) { subject in
        try await subject.withStore { store in
            let evidence = try Sample.evidence(.succeeded, of: "p-1", transaction: "T")
            let outcomes = try await store.absorb([try delivery(evidence)])
            try requireEqual(outcomes, [.kept(.unmatched)], sent: "a signed hint at an unknown payment")
            let time = Sample.now.addingTimeInterval(9)
            let payment = try await store.named(try await store.recorded(try Sample.payment()).id, "p-1", at: time)
            try requireEqual(payment.status, .pending, sent: "the id that a hint waits for")
            try requireEqual(payment.nextQueryAt, time, sent: "the id that a hint waits for")
            let line = try await store.history(of: payment.id).last
            try requireEqual(line?.claim, nil, sent: "the line of a hint that waited")
            try requireEqual(line?.detail["claimed"], "succeeded", sent: "the line of a hint that waited")
            let told = try await store.deliverAll().map(\.status)
            try requireEqual(told, [.created, .pending], sent: "the id that a hint waits for")
        }
    }

    private static func delivery(_ evidence: Evidence) throws -> CallbackDelivery {
        try Sample.delivery(
            .hint(PaymentLookup(evidence), says: evidence, trust: .signedAndConfirmed),
            body: Array("hint".utf8)
        )
    }
}
