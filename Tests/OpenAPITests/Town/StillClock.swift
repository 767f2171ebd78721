import Foundation
import PaymentGateway

/// A clock that stands at 2026-05-05T10:00:00Z, as the simulators' do. Whoever sleeps wakes at once.
struct StillClock: GatewayClock {
    static let opening = Date(timeIntervalSince1970: 1_777_975_200)

    var now: Date { Self.opening }

    func sleep(for duration: Duration) async throws {}
}
