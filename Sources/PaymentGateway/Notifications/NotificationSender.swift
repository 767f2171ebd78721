import Foundation
import HTTPTypes
import Logging
import PaymentIntents
public import ServiceLifecycle
public import Signatures
import Synchronization

/// Tells the merchant's own system what happened, signed as Standard Webhooks 1.0.0 says.
///
/// At least once, in order for each payment, again and again for 72 hours and at least eight times; then the
/// notification stays as a dead letter. Redirects are not followed.
public struct NotificationSender: Service {
    private static let period = Duration.milliseconds(250)
    private static let mostInFlight = 32
    private static let timeout = Duration.seconds(15)
    private static let patience: TimeInterval = 72 * 3600
    /// One that waited three days behind another, or for the process, has hardly been tried. This many take ten minutes.
    private static let fewestTries = 8

    private let gateway: Gateway
    private let settings: NotificationSettings
    private let key: SigningKey
    private let clockWatch = ClockWatch()

    /// Works for a gateway.
    ///
    /// - Parameters:
    ///   - gateway: The gateway.
    ///   - settings: Where to send, and what to sign with.
    /// - Throws: `SigningKeyError` for a key that is too short.
    public init(_ gateway: Gateway, settings: NotificationSettings) throws(SigningKeyError) {
        self.gateway = gateway
        self.settings = settings
        self.key = try SigningKey(settings.secret.bytes)
    }

    /// Works until the service group shuts down. What is being sent then is sent to its end, which takes 15 seconds at
    /// most: or else the merchant's system would be told again what it was just taking in.
    ///
    /// One that is slow to answer takes one place of 32; nothing but what is behind it in the order of its payment waits
    /// for it.
    public func run() async throws {
        let (news, sends) = (gateway.store.changeSignal, Sends())
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                let (newsSeen, endsSeen) = (news?.count ?? 0, sends.ended.count)
                let places = Self.mostInFlight - sends.count
                for item in places > 0 ? await claim(places) : [] {
                    sends.begin()
                    group.addTask {
                        await send(item)
                        sends.end()
                    }
                }
                // What ends makes room, and lets the next of its payment go.
                let isBusy = sends.count > 0
                await cancelWhenGracefulShutdown {
                    let (signal, seen) = isBusy ? (sends.ended, endsSeen) : (news, newsSeen)
                    await gateway.pause(Self.period, or: signal, beyond: seen)
                }
            }
        }
    }

    /// What is being sent at present.
    private final class Sends: Sendable {
        /// Given when something has been sent.
        let ended = ChangeSignal()

        private let number = Mutex(0)

        var count: Int { number.withLock(\.self) }

        func begin() {
            number.withLock { $0 += 1 }
        }

        func end() {
            number.withLock { $0 -= 1 }
            ended.give()
        }
    }

    /// Sends everything that is due now, a few at a time.
    public func deliver() async {
        while !Task.isCancelled {
            let pending = await claim(Self.mostInFlight)
            if pending.isEmpty { return }
            await withDiscardingTaskGroup { group in
                for item in pending { group.addTask { await send(item) } }
            }
        }
    }

    private func claim(_ limit: Int) async -> [PendingNotification] {
        let now = gateway.clock.now
        do throws(StoreError) {
            if try await gateway.isSetBack(clockWatch, at: now) {
                try await gateway.bringNotificationsForward(at: now)
                clockWatch.accept(now)
            }
            let until = now.addingTimeInterval(Gateway.lease)
            return try await gateway.store.claimNotifications(at: now, limit: limit, until: until)
        } catch {
            gateway.logger.error("nothing notified", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func send(_ pending: PendingNotification) async {
        let outcome = await outcome(of: pending)
        gateway.metrics.count(outcome)
        let result = NotificationResult(id: pending.notification.id, fence: pending.fence, outcome: outcome)
        do throws(StoreError) {
            try await gateway.store.settle(result)
        } catch {
            // Its lease runs out, and it is sent again with the same id.
            gateway.logger.error(
                "notification not settled",
                metadata: ["notification": "\(pending.notification.id)", "error": "\(error)"]
            )
        }
    }

    private func outcome(of pending: PendingNotification) async -> NotificationResult.Outcome {
        // 410 Gone: the merchant wants no more of these.
        switch await status(of: pending.notification) {
        case let status? where (200..<300).contains(status): return .delivered
        case 410: return .dead
        default: break
        }
        let now = gateway.clock.now
        let isHopeless =
            now.timeIntervalSince(pending.since) >= Self.patience && pending.attempts + 1 >= Self.fewestTries
        guard !isHopeless else { return .dead }
        return .retry(at: now.addingTimeInterval(Self.wait(afterTries: pending.attempts, jitter: gateway.jitter())))
    }

    /// Sends a notification.
    ///
    /// - Returns: The status that the merchant's system answers with, whatever becomes of the rest of its answer; `nil`
    ///   when there is none.
    private func status(of notification: PaymentNotification) async -> Int? {
        do {
            return try await gateway.transport.send(try request(for: notification), timeout: Self.timeout).status
        } catch {
            gateway.logger.debug(
                "notification not delivered",
                metadata: ["notification": "\(notification.id)", "error": "\(error)"]
            )
            return (error as? ProviderError)?.httpStatus
        }
    }

    /// How long the merchant's system is left alone: from 5 seconds to 6 hours.
    ///
    /// - Parameters:
    ///   - tries: How often delivery was tried before the present one.
    ///   - jitter: From 0 to 1.
    /// - Returns: The wait, in seconds.
    static func wait(afterTries tries: Int, jitter: Double) -> TimeInterval {
        max(QuerySchedule.backoff(from: 5, to: 6 * 3600, tries, jitter), 5)
    }

    /// The request of Standard Webhooks 1.0.0: `id.timestamp.body`, signed with HMAC-SHA256, in base64.
    private func request(for notification: PaymentNotification) throws(LibcryptoFailure) -> ProviderRequest {
        let timestamp = String(Int(gateway.clock.now.timeIntervalSince1970))
        let (id, body) = (notification.id, notification.body)
        let message = Array("\(id).\(timestamp).\(body)".utf8)
        let signature = Data(try key.code(for: message.span).bytes).base64EncodedString()
        var headers: HTTPFields = [.contentType: "application/json"]
        let signed = [
            ("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", "v1,\(signature)"),
        ]
        for case (let name?, let value) in signed.map({ (HTTPField.Name($0), $1) }) { headers[name] = value }
        return ProviderRequest(
            method: .post,
            url: settings.url.text,
            headers: headers,
            body: Array(body.utf8)
        )
    }
}
