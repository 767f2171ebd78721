import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("Background work")
struct ClaimTests {
    static let later = Samples.now.addingTimeInterval(3600)

    @Test("what is due is taken earliest first, and not before its time")
    func earliestFirst() async throws {
        try await StoreFolder.withStore { store in
            for offset in [30, 10, 20, 90] {
                _ = try await store.recorded(
                    try Samples.payment("\(offset)", at: Samples.now.addingTimeInterval(Double(offset)))
                )
            }
            let now = Samples.now.addingTimeInterval(60 + 30)
            let first = try await store.claimDue(at: now, limit: 2, until: Self.later)
            #expect(first.map(\.reference) == ["10", "20"])
            #expect(first.allSatisfy { $0.nextQueryAt == Self.later })
            #expect(try await store.payment(try #require(first.first).id) == first.first)
            #expect(try await store.claimDue(at: now, limit: 9, until: Self.later).map(\.reference) == ["30"])
            #expect(try await store.claimDue(at: now, limit: 9, until: Self.later).isEmpty)
            #expect(try await store.claimDue(at: Self.later, limit: 9, until: Self.later).count == 4)
        }
    }

    @Test("row 32: a payment that is due is given to one of many claimers on two stores")
    func oneClaimer() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            for index in 0..<40 { _ = try await stores[0].recorded(try Samples.payment("\(index)")) }
            let claimed = try await withThrowingTaskGroup(of: [PaymentID].self) { group in
                for index in 0..<20 {
                    group.addTask {
                        try await stores[index % 2].claimDue(at: Self.later, limit: 3, until: Self.later + 60).map(\.id)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 40)
            #expect(Set(claimed).count == 40)
            for store in stores { await store.close() }
        }
    }

    @Test("row 34: notifications of one payment go one at a time, in order; other payments do not wait")
    func orderOfNotifications() async throws {
        try await StoreFolder.withStore { store in
            let slow = try await store.created(try Samples.payment("A"), as: "p-1")
            let quick = try await store.created(try Samples.payment("B"), as: "p-2")
            _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-1")])
            let first = try await store.claimNotifications(at: Self.later, limit: 9, until: Self.later + 60)
            #expect(first.map(\.notification.status) == [.created, .created])
            #expect(Set(first.map(\.notification.paymentID)) == [slow.id, quick.id])
            #expect(first.allSatisfy { $0.attempts == 0 && $0.fence == 1 })
            #expect(try await store.claimNotifications(at: Self.later, limit: 9, until: Self.later + 60).isEmpty)
            for item in first where item.notification.paymentID == quick.id {
                try await store.settle(NotificationResult(id: item.notification.id, fence: 1, outcome: .delivered))
            }
            let second = try await store.claimNotifications(at: Self.later, limit: 9, until: Self.later + 60)
            #expect(second.map(\.notification.paymentID) == [quick.id])
            #expect(second.map(\.notification.status) == [.pending])
        }
    }

    @Test("rows 20 and 34: a lease that ran out gives the same notification again; the stale sender writes nothing")
    func fencing() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.recorded(try Samples.payment())
            let lease = Self.later.addingTimeInterval(60)
            let stale = try #require(try await store.claimNotifications(at: Self.later, limit: 1, until: lease).first)
            let fresh = try #require(try await store.claimNotifications(at: lease, limit: 1, until: lease + 60).first)
            #expect(fresh.notification == stale.notification)
            #expect(fresh.attempts == 1)
            #expect(fresh.fence > stale.fence)
            let id = stale.notification.id
            try await store.settle(NotificationResult(id: id, fence: stale.fence, outcome: .delivered))
            try await store.settle(NotificationResult(id: id, fence: stale.fence, outcome: .retry(at: Samples.now)))
            #expect(try await store.text("SELECT state FROM notification") == "pending")
            #expect(try await store.claimNotifications(at: lease, limit: 1, until: lease + 60).isEmpty)
            try await store.settle(NotificationResult(id: id, fence: fresh.fence, outcome: .delivered))
            #expect(try await store.text("SELECT state FROM notification") == "delivered")
            try await store.settle(NotificationResult(id: id, fence: fresh.fence, outcome: .retry(at: Samples.now)))
            #expect(try await store.text("SELECT state FROM notification") == "delivered")
            try await store.settle(NotificationResult(id: "msg_unknown", fence: 1, outcome: .delivered))
        }
    }

    @Test("row 35: a retry waits for its time, and those behind it wait too; a dead letter lets them go")
    func retryAndDeath() async throws {
        try await StoreFolder.withStore { store in
            _ = try await store.created(try Samples.payment(), as: "p-1")
            let first = try #require(
                try await store.claimNotifications(at: Self.later, limit: 9, until: Self.later + 60).first
            )
            let again = Self.later.addingTimeInterval(5)
            let id = first.notification.id
            try await store.settle(NotificationResult(id: id, fence: first.fence, outcome: .retry(at: again)))
            #expect(try await store.claimNotifications(at: again - 0.001, limit: 9, until: again + 60).isEmpty)
            let second = try #require(try await store.claimNotifications(at: again, limit: 9, until: again + 60).first)
            #expect(second.notification.id == id)
            #expect(second.attempts == 1)
            try await store.settle(NotificationResult(id: id, fence: second.fence, outcome: .dead))
            let third = try await store.claimNotifications(at: again, limit: 9, until: again + 60)
            #expect(third.map(\.notification.status) == [.pending])
        }
    }

    @Test("row 34: 20 senders on two stores deliver each notification once, each payment's in order")
    func manySenders() async throws {
        try await StoreFolder.with { folder in
            let stores = [try folder.open(), try folder.open()]
            for index in 0..<10 {
                _ = try await stores[0].created(try Samples.payment("\(index)"), as: "p-\(index)")
                _ = try await stores[0].absorb([try Samples.callback(.succeeded, of: "p-\(index)")])
            }
            let sent = try await withThrowingTaskGroup(of: [PaymentNotification].self) { group in
                for index in 0..<20 { group.addTask { try await stores[index % 2].deliverAll() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(sent.count == 30)
            #expect(Set(sent.map(\.id)).count == 30)
            for store in stores { await store.close() }
        }
    }

    @Test("a second server on the same file is refused, and let in when the first has gone")
    func serving() async throws {
        try await StoreFolder.with { folder in
            let first = try folder.open()
            let second = try folder.open()
            try await first.beginServing()
            try await first.beginServing()
            let error = await #expect(throws: StoreError.self) { try await second.beginServing() }
            #expect(error?.code == .alreadyServed)
            _ = try await second.recorded(try Samples.payment())
            await first.close()
            try await second.beginServing()
            await second.close()
        }
    }
}
