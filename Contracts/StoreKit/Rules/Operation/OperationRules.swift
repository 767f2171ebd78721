import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A store that cannot write says so in time, leaves nothing, and goes on when it can.
enum OperationRules {
    static let all: [StoreRule] = [ready, blocked, bounded, servesAlone, servesBeside]

    private static let inTheWay: [StoreError.Code] = [.busy, .unavailable]

    static let ready = StoreRule(
        "operation.ready",
        "A load balancer goes by it: a store that can be read and not written must not say that all is well."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                try await untilTaken { try await store.check() }
                try await data.whileBlocked {
                    try await requireRefusal(inTheWay, sent: "check, while nothing can be written") {
                        try await store.check()
                    }
                }
                try await untilTaken { try await store.check() }
            }
        }
    }

    static let blocked = StoreRule(
        "operation.blocked",
        "What cannot be committed is an error, of which nothing is left, and the same call goes through afterwards."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let sample = try Sample.payment()
                let payment = try await untilTaken { try await store.recorded(sample) }
                try await untilTaken { try await store.named(payment.id, "p-1") }
                let before = try await untilTaken { try await Observation(of: payment.id, in: store) }
                let callback = try Sample.callback(.succeeded, of: "p-1")
                let other = try Sample.payment("other")
                try await data.whileBlocked {
                    try await requireRefusal(inTheWay, sent: "record, while nothing can be written") {
                        _ = try await store.record(other)
                    }
                    try await requireRefusal(inTheWay, sent: "modify, while nothing can be written") {
                        _ = try await store.modify(payment.id) { PaymentChange($0.with { $0.fence += 1 }) }
                    }
                    try await requireRefusal(inTheWay, sent: "absorb, while nothing can be written") {
                        _ = try await store.absorb([callback])
                    }
                    try await requireRefusal(inTheWay, sent: "claimDue, while nothing can be written") {
                        _ = try await store.claimDue(at: Sample.later, limit: 9, until: Sample.later + 60)
                    }
                    try await requireRefusal(inTheWay, sent: "claimNotifications, while nothing can be written") {
                        _ = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
                    }
                }
                let after = try await untilTaken { try await Observation(of: payment.id, in: store) }
                try requireEqual(after, before, sent: "calls that were refused")
                let kept = try await untilTaken { try await store.kept() }
                try requireEqual(kept.count, 0, sent: "calls that were refused")
                _ = try await untilTaken { try await store.recorded(other) }
                let outcomes = try await untilTaken { try await store.absorb([callback]) }
                let due = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: true)
                try requireEqual(outcomes, [due], sent: "the same callback afterwards")
                let told = try await store.deliverAll()
                try requireEqual(told.count, 4, sent: "deliveries afterwards")
            }
        }
    }

    static let bounded = StoreRule(
        "operation.bounded",
        "Waiting for somebody else's lock ends for every caller, and whoever was told so may say the same again."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let sample = try Sample.payment()
                let id = try await untilTaken { try await store.recorded(sample) }.id
                try await data.whileBlocked {
                    _ = try await concurrently(40) { _ in
                        try await requireRefusal([.busy], sent: "one of 40 changes, while nothing can be written") {
                            try await store.set(id) { $0.fence += 1 }
                        }
                    }
                }
                let refused = try await untilTaken { try await store.present(id) }
                try requireEqual(refused.fence, 0, sent: "40 changes that were refused")
                let changed = try await untilTaken { try await store.set(id) { $0.fence += 1 } }
                try requireEqual(changed.fence, 1, sent: "the same change afterwards")
            }
        }
    }

    static let servesAlone = StoreRule(
        "operation.serves-alone",
        "Two servers on data that only one may serve would send everything twice: the second is told, and may still write.",
        needs: .servingAlone
    ) { subject in
        try await subject.withEmptyData { data in
            let second = try await data.open(.sandbox)
            try await data.withStore { first in
                try await first.beginServing()
                try await first.beginServing()
                try await requireRefusal([.alreadyServed], sent: "a second server") { try await second.beginServing() }
                let sample = try Sample.payment()
                _ = try await untilTaken { try await second.recorded(sample) }
            }
            try await second.beginServing()
            await second.close()
        }
    }

    static let servesBeside = StoreRule(
        "operation.serves",
        "Whoever serves reads and writes as before, and the place of one that was closed is free."
    ) { subject in
        try await subject.withEmptyData { data in
            for name in ["a", "b"] {
                try await data.withStore { store in
                    try await requireSuccess(sent: "a server, when no other one is open") {
                        try await store.beginServing()
                    }
                    let sample = try Sample.payment(name)
                    let payment = try await untilTaken { try await store.recorded(sample) }
                    let present = try await untilTaken { try await store.present(payment.id) }
                    try requireEqual(present, payment, sent: "a payment while serving")
                }
            }
        }
    }
}
