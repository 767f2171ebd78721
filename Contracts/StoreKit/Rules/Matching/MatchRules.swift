import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A callback means exactly the payment that it names, and waits for it when it comes first.
enum MatchRules {
    static let all: [StoreRule] = [
        waitsForID, waitsForReference, waitsInOrder, waitsForAccount, idExcludesReference, account, kind, bytes,
    ]

    static let idExcludesReference = StoreRule(
        "match.id-excludes-reference",
        "Beside an id that is not known a reference proves nothing: it may be of a payment that somebody else made."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.recorded(try Sample.payment())
            let outcomes = try await store.absorb([try Sample.callback(.succeeded, of: "p-9", reference: "ORDER-1")])
            try requireEqual(outcomes, [.kept(.unmatched)], sent: "an unknown id beside a known reference")
            try requireEqual(try await store.present(payment.id), payment, sent: "an unknown id")
        }
    }

    static let account = StoreRule(
        "match.account",
        "Who holds the key of one account may say nothing about the payments of another."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let outcomes = try await store.absorb([
                try Sample.callback(.rejected, of: "p-1", account: "agents"),
                try Sample.callback(.rejected, reference: "ORDER-1", account: "agents"),
            ])
            try requireEqual(outcomes, [.kept(.unmatched), .kept(.unmatched)], sent: "another account's callbacks")
            try requireEqual(try await store.present(payment.id), payment, sent: "another account's callbacks")
        }
    }

    static let kind = StoreRule(
        "match.kind",
        "A reference without a kind means the one payment that bears it, and nobody when a deposit and a withdrawal do."
    ) { subject in
        try await subject.withStore { store in
            let deposit = try await store.recorded(try Sample.payment())
            let other = try Sample.callback(.succeeded, reference: "ORDER-1", kind: .withdrawal)
            try requireEqual(try await store.absorb([other]), [.kept(.unmatched)], sent: "the other kind")
            let vague = try Sample.callback(.pending, reference: "ORDER-1", kind: nil)
            let one = try await store.absorb([vague])
            let due = AbsorbOutcome.absorbed(deposit.id, status: .pending, isNews: true)
            try requireEqual(one, [due], sent: "no kind, while there is one payment of the reference")
            let withdrawal = try await store.recorded(try Sample.payment(kind: .withdrawal))
            try requireEqual(withdrawal.status, .succeeded, sent: "the kind that a callback waits for")
            let two = try await store.absorb([try Sample.callback(.expired, reference: "ORDER-1", kind: nil)])
            try requireEqual(two, [.kept(.unmatched)], sent: "no kind, while there are two")
            let named = try await store.named(deposit.id, "p-1")
            try requireEqual(named.status, .pending, sent: "no kind, while there are two, one of which gets an id")
        }
    }

    static let bytes = StoreRule(
        "match.bytes",
        "Names are the same only when their bytes are: whoever can choose a name that looks alike must not hit a payment."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment("caf\u{E9}"), as: "p-\u{E9}")
            let alike = try ["p-\u{E9}\0x", "P-\u{E9}", "p-e\u{301}", "p-\u{E9} ", "p-_", "p-%", ""]
                .map { id in
                    try Sample.callback(.succeeded, of: id)
                }
            let references = try ["cafe\u{301}", "Caf\u{E9}", "caf\u{E9} ", "caf\u{E9}\0", "caf_"]
                .map { reference in
                    try Sample.callback(.succeeded, reference: reference)
                }
            for callback in alike + references {
                let outcome = try await store.absorb([callback])
                try requireEqual(outcome, [.kept(.unmatched)], sent: "\(callback.meaning)")
            }
            try requireEqual(try await store.present(payment.id), payment, sent: "names that look alike")
        }
    }
}
