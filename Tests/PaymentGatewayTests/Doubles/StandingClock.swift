import Foundation
import PaymentGateway

/// A clock that stands still: whoever waits by it waits until he is cancelled.
struct StandingClock: GatewayClock {
    let now = ManualClock.start

    func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: .seconds(1_000_000))
    }
}
