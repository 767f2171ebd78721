import Foundation
import HTTPTypes
import Logging
import PaymentIntents
public import ServiceLifecycle
public import Signatures

/// Tells the merchant's own system what happened, signed as Standard Webhooks 1.0.0 says.
///
/// At least once, in order for each payment, again and again for 72 hours and at least eight times; then the
/// notification stays as a dead letter. Redirects are not followed.
public struct NotificationSender: Service {
    private static let period = Duration.milliseconds(250)
    private static let batch = 16
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

    /// Works until the service group shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            let signal = gateway.store.changeSignal
            while !Task.isCancelled {
                let count = signal?.count ?? 0
                await deliver()
                await gateway.pause(Self.period, or: signal, beyond: count)
            }
        }
    }

    /// Sends everything that is due now, a few at a time.
    public func deliver() async {
        while !Task.isCancelled {
            let now = gateway.clock.now
            let pending: [PendingNotification]
            do throws(StoreError) {
                if try await gateway.isSetBack(clockWatch, at: now) {
                    try await gateway.bringNotificationsForward(at: now)
                    clockWatch.accept(now)
                }
                let until = now.addingTimeInterval(Gateway.lease)
                pending = try await gateway.store.claimNotifications(at: now, limit: Self.batch, until: until)
            } catch {
                gateway.logger.error("nothing notified", metadata: ["error": "\(error)"])
                return
            }
            await withDiscardingTaskGroup { group in
                for item in pending { group.addTask { await send(item) } }
            }
            if pending.isEmpty { return }
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
        do {
            let request = try request(for: pending.notification)
            let response = try await gateway.transport.send(request, timeout: Self.timeout)
            if response.isSuccessful { return .delivered }
            // 410 Gone: the merchant wants no more of these.
            if response.status == 410 { return .dead }
        } catch {
            gateway.logger.debug(
                "notification not delivered",
                metadata: ["notification": "\(pending.notification.id)", "error": "\(error)"]
            )
        }
        let now = gateway.clock.now
        let isHopeless =
            now.timeIntervalSince(pending.since) >= Self.patience && pending.attempts + 1 >= Self.fewestTries
        guard !isHopeless else { return .dead }
        return .retry(at: now.addingTimeInterval(Self.wait(afterTries: pending.attempts, jitter: gateway.jitter())))
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
        let message = Array("\(notification.id).\(timestamp).\(notification.body)".utf8)
        let signature = Data(try key.code(for: message.span).bytes).base64EncodedString()
        var headers: HTTPFields = [.contentType: "application/json"]
        let signed = [
            ("webhook-id", notification.id), ("webhook-timestamp", timestamp), ("webhook-signature", "v1,\(signature)"),
        ]
        for case (let name?, let value) in signed.map({ (HTTPField.Name($0), $1) }) { headers[name] = value }
        return ProviderRequest(
            method: .post,
            url: settings.url.text,
            headers: headers,
            body: Array(notification.body.utf8)
        )
    }
}
