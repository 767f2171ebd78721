import Foundation
import PaymentGateway
import Synchronization

/// A clock that never moves: whoever waits by it waits until he is cancelled.
final class StandingClock: GatewayClock {
    private let (waits, wait) = AsyncStream<Void>.makeStream()

    let now = Samples.later

    func sleep(for duration: Duration) async throws {
        wait.yield()
        try await Task.sleep(for: .seconds(1_000_000))
    }

    /// Waits until somebody waits.
    func waitForWaiter() async {
        for await _ in waits { return }
    }
}
