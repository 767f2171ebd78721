import Foundation
import Logging
import PaymentIntents

extension Gateway {
    /// Whether the clock was set back since the watch began, which is when the newest payment was recorded.
    ///
    /// - Throws: ``StoreError`` while nobody can say when that was.
    func isSetBack(_ watch: ClockWatch, at now: Date) async throws(StoreError) -> Bool {
        if !watch.hasBegun {
            let newest = try await store.payments(matching: PaymentFilter(limit: 1)).first
            watch.begin(with: newest?.recordedAt ?? now)
        }
        return watch.isSetBack(at: now)
    }

    /// Brings forward every question that the schedule would not put off for so long by the clock as it is now.
    ///
    /// Payments that nobody waits for any more are left alone: their callbacks are taken in at any time.
    ///
    /// - Parameter now: The present time.
    /// - Throws: ``StoreError``.
    func bringQuestionsForward(at now: Date) async throws(StoreError) {
        logger.notice("the clock was set back: questions are scheduled anew")
        for status in [PaymentStatus.created, .pending, .requiresReview] {
            var filter = PaymentFilter(status: status, limit: 1000)
            while true {
                let page = try await store.payments(matching: filter)
                for payment in page where payment.waitsTooLong(at: now) {
                    _ = try await store.modify(payment.id) { $0.scheduledAnew(at: now) }
                }
                guard let last = page.last else { break }
                filter.after = last.id
            }
        }
    }

    /// Delivers every notification anew that would wait longer than any does, by the clock as it is now.
    ///
    /// - Parameter now: The present time.
    /// - Throws: ``StoreError``.
    func bringNotificationsForward(at now: Date) async throws(StoreError) {
        logger.notice("the clock was set back: notifications are due anew")
        var filter = OutboxFilter(isScheduled: true, limit: 1000)
        while true {
            let page = try await store.notifications(matching: filter)
            for entry in page {
                let longest = NotificationSender.wait(afterTries: entry.attempts, jitter: 1)
                guard let dueAt = entry.dueAt, dueAt > now.addingTimeInterval(max(longest, Self.lease)) else {
                    continue
                }
                _ = try await store.replayNotification(entry.notification.id, at: now)
            }
            guard let last = page.last else { return }
            filter.after = last.position
        }
    }
}

extension Payment {
    /// The latest time at which the schedule would have it asked about; `nil` when it has none.
    private func latestQuery(after now: Date) -> Date? {
        // A creation that nobody has sent yet waits for its lease.
        if creation == .recorded { return leasedUntil == nil ? nil : now.addingTimeInterval(Gateway.lease) }
        return QuerySchedule.next(for: self, after: now, jitter: 1)
            .map { max($0, now.addingTimeInterval(Gateway.lease)) }
    }

    fileprivate func waitsTooLong(at now: Date) -> Bool {
        guard let nextQueryAt, let latest = latestQuery(after: now) else { return false }
        return nextQueryAt > latest
    }

    /// The payment with the time at which it should be asked about; `nil` when it has been seen to meanwhile.
    fileprivate func scheduledAnew(at now: Date) -> PaymentChange? {
        guard waitsTooLong(at: now) else { return nil }
        var payment = self
        payment.nextQueryAt = latestQuery(after: now)
        if creation == .recorded, let leasedUntil, let nextQueryAt = payment.nextQueryAt {
            payment.leasedUntil = min(leasedUntil, nextQueryAt)
        }
        return PaymentChange(payment)
    }
}
