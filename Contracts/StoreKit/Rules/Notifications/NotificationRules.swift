import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents
import Synchronization

/// The merchant is told of every change of a status, once each as far as the store can help it, in order.
enum NotificationRules {
    static let all: [StoreRule] = [onePerChange, inOrder, unhindered, limit, oneTaker, texts, asItWas]

    static let onePerChange = StoreRule(
        "notification.one-per-change",
        "A change of a status is one notification with the id that the engine made, so that a merchant knows a repetition."
    ) { subject in
        try await subject.withStore { store in
            var payment = try await store.recorded(try Sample.payment())
            var due = [payment.announcement]
            for claim in [Claim.pending, .pending, .expired, .review, .succeeded, .succeeded, .rejected] {
                let evidence = try Sample.evidence(claim, reference: "ORDER-1")
                let change = payment.absorbing(evidence, trust: .signed, at: Sample.now)
                payment = change.payment
                if let notification = change.notification { due.append(notification) }
                _ = try await store.absorb([try Sample.callback(claim, reference: "ORDER-1")])
            }
            let told = try await store.deliverAll()
            try requireEqual(told.map(\.id), due.map(\.id), sent: "seven callbacks, five of them changes")
            try requireEqual(told, due, sent: "seven callbacks, five of them changes")
        }
    }

    static let inOrder = StoreRule(
        "notification.in-order",
        "A merchant who reads `pending` after `succeeded` is misled, so the second is held until the first is done with."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1")])
            for status in [PaymentStatus.created, .pending, .succeeded] {
                let taken = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
                try requireEqual(taken.map(\.notification.status), [status], sent: "taking what is due")
                let more = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
                try requireEqual(more, [], sent: "taking more while \(status) is under way")
                try await store.settle(taken, as: .delivered)
            }
            let rest = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
            try requireEqual(rest, [], sent: "taking what is due when all is delivered")
        }
    }

    static let unhindered = StoreRule(
        "notification.others-go-on",
        "A payment whose notification cannot be delivered must not hold back those of other payments."
    ) { subject in
        try await subject.withStore { store in
            let slow = try await store.created(try Sample.payment("A"), as: "p-1")
            let quick = try await store.created(try Sample.payment("B"), as: "p-2")
            let first = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
            try requireEqual(Set(first.map(\.notification.paymentID)), [slow.id, quick.id], sent: "two payments")
            try await store.settle(first.filter { $0.notification.paymentID == quick.id }, as: .delivered)
            let second = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
            try requireEqual(second.map(\.notification.paymentID), [quick.id], sent: "one of two delivered")
            try requireEqual(second.map(\.notification.status), [.pending], sent: "one of two delivered")
        }
    }

    static let limit = StoreRule(
        "notification.limit",
        "A sender takes as many as it can deliver within the lease; what it does not take stays for others."
    ) { subject in
        try await subject.withStore { store in
            for index in 0..<5 { _ = try await store.recorded(try Sample.payment("\(index)")) }
            var ids: [String] = []
            for count in [2, 2, 1] {
                let taken = try await store.claimNotifications(at: Sample.later, limit: 2, until: Sample.later + 60)
                try requireEqual(taken.count, count, sent: "taking at most 2 of 5")
                ids += taken.map(\.notification.id)
            }
            try requireEqual(Set(ids).count, 5, sent: "taking 5 by two")
        }
    }

    static let oneTaker = StoreRule(
        "notification.one-taker",
        "Many senders at several instances never take the same notification, nor two of one payment, at the same time."
    ) { subject in
        try await subject.withOpenings { _, stores in
            for index in 0..<6 {
                _ = try await stores[0].created(try Sample.payment("\(index)"), as: "p-\(index)")
                _ = try await stores[0].absorb([try Sample.callback(.succeeded, of: "p-\(index)")])
            }
            let taken = try await concurrently(12) { index in
                try await stores[index % 2].claimNotifications(at: Sample.later, limit: 2, until: Sample.later + 60)
            }
            .flatMap { $0 }
            try requireEqual(taken.count, 6, sent: "12 senders at once for 6 payments")
            try requireEqual(Set(taken.map(\.notification.paymentID)).count, 6, sent: "12 senders at once")
            try await stores[1].settle(taken, as: .delivered)
            let rest = try await concurrently(12) { try await stores[$0 % 2].deliverAll() }.flatMap { $0 }
            try requireEqual(rest.count, 12, sent: "the other two of 6 payments, to 12 senders at once")
            try requireEqual(Set(rest.map(\.id)).count, 12, sent: "the other two of 6 payments")
        }
    }

    static let texts = StoreRule(
        "notification.texts",
        "A signature is made over the body that is sent, at each try anew: the text stays as it was, byte for byte."
    ) { subject in
        try await subject.withEmptyData { data in
            // What JSON of ours can be: control characters are escaped in it.
            let bodies = [
                "", "{\"a\":\"\u{E9}e\u{301}\"}", "\"\\u0000 \\\\0 '\"", "\"\u{1F469}\u{200D}\u{1F467}\u{2028}\"",
            ]
            try await data.withStore { store in
                let payment = try await store.recorded(try Sample.payment())
                for (index, body) in bodies.enumerated() {
                    let notification = PaymentNotification(
                        id: "msg_sample_\(index)",
                        paymentID: payment.id,
                        sequence: index + 1,
                        status: PaymentStatus.allCases[index],
                        at: Sample.now,
                        body: body
                    )
                    _ = try await store.modify(payment.id) {
                        PaymentChange($0.with { $0.sequence += 1 }, notification: notification)
                    }
                }
            }
            try await data.withStore { store in
                let told = try await store.deliverAll().dropFirst()
                try requireEqual(told.map { Array($0.body.utf8) }, bodies.map { Array($0.utf8) }, sent: "\(bodies)")
                try requireEqual(told.map(\.sequence), Array(1...bodies.count), sent: "\(bodies)")
            }
        }
    }

    static let asItWas = StoreRule(
        "notification.as-it-was",
        "A body shows the payment as it was at that change, byte for byte, whatever became of the payment before it is sent."
    ) { subject in
        try await subject.withStore { store in
            let other = try Sample.account("other")
            let page = try Sample.valid(WebURL("https://pay.example/1?a=%22"), "the address of a page")
            let states: [@Sendable (inout Payment) -> Void] = [
                { $0.creation = .created }, { $0.creation = .refused },
                { payment in
                    payment.creation = .created
                    payment.offeredAction = .redirect(page)
                },
            ]
            for (index, state) in states.enumerated() {
                // Times are kept as whole milliseconds; a clock tells more.
                let start = Sample.now + 0.000_4
                var request = try Sample.request("ORDER \"\u{E9}\" \\\(index)")
                request.method = .bkash
                let payment = try await store.recorded(try Sample.payment(request, at: start))
                try await store.set(payment.id, state)
                let due = Mutex([payment.announcement.sequence: payment.announcement.body])
                for (step, claim) in [Claim.pending, .expired, .succeeded, .rejected].enumerated() {
                    let evidence = try Sample.evidence(claim)
                    _ = try await store.modify(payment.id) { payment in
                        let change = payment.absorbing(evidence, trust: .signed, at: start + Double(step) * 60.000_7)
                        if let told = change.notification { due.withLock { $0[told.sequence] = told.body } }
                        return change
                    }
                    try await store.set(payment.id) { payment in
                        payment.creation = .created
                        payment.offeredAction = .none
                        payment.providerPaymentID = "p-\(index)\0\(step)"
                        payment.transactionID = "T\0\(step)"
                        payment.method = PaymentMethod(rawValue: "wallet \(step)")
                        payment.expiresAt = start + Double(step)
                    }
                }
                // And such as tell of another state than that which is written with them.
                let others: [@Sendable (inout Payment) -> Void] = [
                    { $0.account = other }, { $0.adapter = "other" }, { $0.updatedAt = start - 60 },
                ]
                for change in others {
                    _ = try await store.modify(payment.id) { payment in
                        let next = payment.with { $0.sequence += 1 }
                        let now = payment.updatedAt
                        let told = PaymentNotification(of: next.status, payment: next.with(change), at: now)
                        due.withLock { $0[told.sequence] = told.body }
                        return PaymentChange(next, notification: told)
                    }
                }
                let told = try await store.deliverAll()
                let bodies = due.withLock { due in told.map { due[$0.sequence] ?? "nothing" } }
                try requireEqual(told.map(\.body), bodies, sent: "changes, and others behind each")
                try requireEqual(told.count, due.withLock(\.count), sent: "changes, and others behind each")
            }
        }
    }
}
