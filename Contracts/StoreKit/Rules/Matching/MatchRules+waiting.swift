import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

extension MatchRules {
    static let waitsForID = StoreRule(
        "match.waits.id",
        "A callback that overtakes the answer to its own creation is folded in when the provider's id is known."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.recorded(try Sample.payment())
                let early = try Sample.callback(.succeeded, of: "p-1", transaction: "T")
                let kept = try await store.absorb([early, early])
                try requireEqual(kept, [.kept(.unmatched), .kept(.unmatched)], sent: "an unknown id, twice")
                try requireEqual(try await store.present(payment.id), payment, sent: "an unknown id")
                let waiting = try await store.kept()
                try requireEqual(waiting.map(\.callback.body), [early.callback.body], sent: "an unknown id, twice")
                try requireEqual(waiting.map(\.state), [.unmatched], sent: "an unknown id, twice")
                try requireEqual(waiting.map(\.copies), [2], sent: "an unknown id, twice")
                let time = Sample.now.addingTimeInterval(5)
                let created = try await store.named(payment.id, "p-1", at: time)
                try requireEqual(created.status, .succeeded, sent: "the id that a callback waits for")
                try requireEqual(created.transactionID, "T", sent: "the id that a callback waits for")
                try requireEqual(try await store.present(payment.id), created, sent: "what the change answered")
                let history = try await store.history(of: payment.id)
                try requireEqual(history.map(\.claim), ["pending", "succeeded"], sent: "what waited")
                try requireEqual(history.last?.at, time, sent: "the time of a line that waited")
                let told = try await store.deliverAll().map(\.status)
                try requireEqual(told, [.created, .pending, .succeeded], sent: "what waited")
            }
            try requireEqual(try await data.kept().map(\.state), [.absorbed], sent: "what waited")
        }
    }

    static let waitsForReference = StoreRule(
        "match.waits.reference",
        "A callback for a reference that nobody has recorded yet is folded in when it is recorded."
    ) { subject in
        try await subject.withStore { store in
            let early = try Sample.callback(.succeeded, reference: "ORDER-1")
            try requireEqual(try await store.absorb([early]), [.kept(.unmatched)], sent: "an unknown reference")
            let payment = try await store.recorded(try Sample.payment())
            try requireEqual(payment.status, .succeeded, sent: "the reference that a callback waits for")
            try requireEqual(try await store.present(payment.id), payment, sent: "what recording answered")
            let told = try await store.deliverAll().map(\.status)
            try requireEqual(told, [.created, .succeeded], sent: "the reference that a callback waits for")
        }
    }

    static let waitsInOrder = StoreRule(
        "match.waits.in-order",
        "What waited is folded in the order in which it came, so that a history tells what happened."
    ) { subject in
        try await subject.withStore { store in
            let claims: [Claim] = [.expired, .review, .succeeded]
            _ = try await store.absorb(try claims.prefix(2).map { try Sample.callback($0, of: "p-1") })
            _ = try await store.absorb([try Sample.callback(claims[2], of: "p-1")])
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let history = try await store.history(of: payment.id)
            let due = ["pending"] + claims.map(\.rawValue)
            try requireEqual(history.map(\.claim), due, sent: "three callbacks that waited")
            try requireEqual(history.map(\.sequence), [1, 2, 3, 4], sent: "three callbacks that waited")
        }
    }

    static let waitsForAccount = StoreRule(
        "match.waits.account",
        "A payment that fails over to another account is found there by what waits there."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.recorded(try Sample.payment())
            let agents = try Sample.account("agents")
            let early = try Sample.callback(.succeeded, reference: "ORDER-1", account: "agents")
            try requireEqual(try await store.absorb([early]), [.kept(.unmatched)], sent: "another account's reference")
            let moved = try await store.set(payment.id) { $0.account = agents }
            try requireEqual(moved.status, .succeeded, sent: "a payment that moved to the account")
            let listed = try await store.pages(PaymentFilter(account: agents)).map(\.id)
            try requireEqual(listed, [payment.id], sent: "a list of the account")
        }
    }
}
