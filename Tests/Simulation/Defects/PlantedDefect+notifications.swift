import Foundation
import PaymentGateway
import PaymentIntents

/// Defects in how the merchant is told.
extension PlantedDefect {
    static let notifications = [
        storing("a notification counts as delivered before it is sent") { HastySettler(inner: $0) },
        storing("notifications of one payment are sent in any order") { DisorderlyOutbox(inner: $0) },
        storing("a notification gets a new id when it is sent again") { RenamingOutbox(inner: $0) },
        settling("a notification is given up after the first failure") { result in
            guard case .retry = result.outcome else { return result }
            return NotificationResult(id: result.id, fence: result.fence, outcome: .dead)
        },
        settling("a notification counts as delivered when it failed") { result in
            NotificationResult(id: result.id, fence: result.fence, outcome: .delivered)
        },
        storing("the cursor of changes skips one at the end of a page") { SkippingOutbox(inner: $0) },
    ]

    private static func settling(
        _ name: String,
        _ result: @escaping @Sendable (NotificationResult) -> NotificationResult
    ) -> PlantedDefect {
        storing(name) { SettlingStore(inner: $0, result: result) }
    }
}

private struct SettlingStore: StoreWrapper {
    let inner: any PaymentStore
    let result: @Sendable (NotificationResult) -> NotificationResult

    func settle(_ result: NotificationResult) async throws(StoreError) { try await inner.settle(self.result(result)) }
}

private struct HastySettler: StoreWrapper {
    let inner: any PaymentStore

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        let taken = try await inner.claimNotifications(at: now, limit: limit, until: until)
        for item in taken { try await inner.settle(item.delivered) }
        return taken
    }
}

private struct DisorderlyOutbox: StoreWrapper {
    let inner: any PaymentStore

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        var all: [PendingNotification] = []
        while true {
            let taken = try await inner.claimNotifications(at: now, limit: limit, until: until)
            if taken.isEmpty { return all.reversed() }
            for item in taken { try await inner.settle(item.delivered) }
            all += taken
        }
    }
}

private struct RenamingOutbox: StoreWrapper {
    let inner: any PaymentStore

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        try await inner.claimNotifications(at: now, limit: limit, until: until)
            .map { item in
                let old = item.notification
                guard item.attempts > 0 else { return item }
                let renamed = PaymentNotification(
                    id: "\(old.id)-\(item.attempts)",
                    paymentID: old.paymentID,
                    sequence: old.sequence,
                    status: old.status,
                    at: old.at,
                    body: old.body
                )
                return PendingNotification(renamed, attempts: item.attempts, since: item.since, fence: item.fence)
            }
    }
}

private struct SkippingOutbox: StoreWrapper {
    let inner: any PaymentStore

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        let page = try await inner.notifications(matching: filter)
        return page.count > 3 ? Array(page.prefix(1) + page.dropFirst(2)) : page
    }
}

extension PendingNotification {
    fileprivate var delivered: NotificationResult {
        NotificationResult(id: notification.id, fence: fence, outcome: .delivered)
    }
}
