import Foundation
import Logging
public import ServiceLifecycle

/// Forgets the bytes of old callbacks, so that the store grows no faster than the payments in it.
///
/// What recognises a repetition is never forgotten, and neither is a callback that a person may still have to look at.
public struct InboxRetention: Service {
    private static let period = Duration.seconds(3600)
    private static let batch = 500

    private let gateway: Gateway
    private let days: Int

    /// Works for a gateway.
    ///
    /// - Parameters:
    ///   - gateway: The gateway.
    ///   - days: How long bytes are kept, in days.
    public init(_ gateway: Gateway, days: Int) {
        self.gateway = gateway
        self.days = days
    }

    /// Works until the service group shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await forget()
                try? await gateway.clock.sleep(for: Self.period)
            }
        }
    }

    /// Forgets everything that is old enough now, a little at a time: callbacks are written in between.
    public func forget() async {
        let time = gateway.clock.now.addingTimeInterval(-TimeInterval(days) * 86_400)
        do throws(StoreError) {
            while try await gateway.store.forgetCallbacks(before: time, limit: Self.batch), !Task.isCancelled {
                await Task.yield()
            }
        } catch {
            gateway.logger.error("old callbacks not forgotten", metadata: ["error": "\(error)"])
        }
    }
}
