import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A payment that is due is given to one worker, when it is due, earliest first.
enum DueRules {
    static let all: [StoreRule] = [earliestFirst, notBefore, leased, oneWorker, never]

    private static let lease = Sample.later.addingTimeInterval(60)

    static let earliestFirst = StoreRule(
        "due.earliest-first",
        "When there is more than can be asked, what has waited longest comes first, or some would wait for ever."
    ) { subject in
        try await subject.withStore { store in
            for offset in [30, 10, 40, 20] {
                let id = try await store.recorded(try Sample.payment("\(offset)")).id
                try await store.set(id) { $0.nextQueryAt = Sample.now.addingTimeInterval(Double(offset)) }
            }
            for due in [["10", "20", "30"], ["40"], []] {
                let taken = try await store.claimDue(at: Sample.later, limit: 3, until: lease)
                try requireEqual(taken.map(\.reference), due, sent: "taking at most 3 of what is due")
            }
        }
    }

    static let notBefore = StoreRule(
        "due.not-before",
        "A provider says when it may be asked again; a millisecond earlier is too early, and the moment itself is due."
    ) { subject in
        try await subject.withStore { store in
            let id = try await store.recorded(try Sample.payment()).id
            let time = Sample.now.addingTimeInterval(10)
            try await store.set(id) { $0.nextQueryAt = time }
            let early = try await store.claimDue(at: time - 0.001, limit: 9, until: lease)
            try requireEqual(early, [], sent: "taking 1 ms before it is due")
            let taken = try await store.claimDue(at: time, limit: 9, until: lease)
            try requireEqual(taken.map(\.id), [id], sent: "taking when it is due")
        }
    }

    static let leased = StoreRule(
        "due.leased",
        "What was taken is put off, so that nobody asks as well, and comes back by itself should the worker die."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let payment = try await stores[0].recorded(try Sample.payment())
            let first = try await stores[0].claimDue(at: Sample.later, limit: 9, until: lease)
            try requireEqual(first, [payment.with { $0.nextQueryAt = lease }], sent: "taking what is due")
            try requireEqual(try await stores[1].present(payment.id), first.first, sent: "taking what is due")
            let meanwhile = try await stores[1].claimDue(at: lease - 0.001, limit: 9, until: lease + 60)
            try requireEqual(meanwhile, [], sent: "taking what is taken")
            let again = try await stores[1].claimDue(at: lease, limit: 9, until: lease + 60)
            try requireEqual(again.map(\.id), [payment.id], sent: "taking when the worker's time is over")
            try await stores[0].set(payment.id) { $0.nextQueryAt = Sample.now }
            let back = try await stores[1].claimDue(at: Sample.later, limit: 9, until: lease)
            try requireEqual(back.map(\.id), [payment.id], sent: "taking what was given back")
        }
    }

    static let oneWorker = StoreRule(
        "due.one-worker",
        "Many workers at several instances never take the same payment: the provider would be asked, or paid, twice."
    ) { subject in
        try await subject.withOpenings { _, stores in
            for index in 0..<12 { _ = try await stores[0].recorded(try Sample.payment("\(index)")) }
            let taken = try await concurrently(10) { index in
                try await stores[index % 2].claimDue(at: Sample.later, limit: 2, until: lease).map(\.id)
            }
            .flatMap { $0 }
            try requireEqual(taken.count, 12, sent: "10 workers at once, for 2 each of 12 payments")
            try requireEqual(Set(taken).count, 12, sent: "10 workers at once, for 2 each of 12 payments")
        }
    }

    static let never = StoreRule(
        "due.never",
        "Of what is done with nothing more is asked."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1")])
            let succeeded = try await store.present(payment.id)
            try requireEqual(succeeded.nextQueryAt, nil, sent: "a success")
            let taken = try await store.claimDue(at: .distantFuture, limit: 9, until: .distantFuture)
            try requireEqual(taken, [], sent: "taking what is due, after a success")
        }
    }
}
