import Foundation
import PaymentIntents
import Synchronization

/// Keeps requests from an account that does not answer.
///
///     closed --- 5 failures in a row ---> open --- 30 s ---> half open
///        ^                                 ^                    |
///        |                                 +----- failure ------+
///        +------------------ answer ----------------------------+
///
/// Half open lets one request through. An answer is any response below 500, also a refusal: the provider is there. A
/// failure is no connection, no answer, or a 5xx.
final class CircuitBreaker: Sendable {
    private struct State {
        var failures = 0
        var opensAgainAt: Date?
    }

    private static let failuresToOpen = 5
    private static let pause: TimeInterval = 30

    private let state = Mutex(State())

    /// Whether a request may be sent. When the breaker is half open, asking takes the one permission there is.
    func admits(at now: Date) -> Bool {
        state.withLock { state in
            guard state.failures >= Self.failuresToOpen else { return true }
            // A pause that would last longer than it can is one of a clock that has stepped back since.
            let longest = now.addingTimeInterval(Self.pause)
            if let opensAgainAt = state.opensAgainAt, now < opensAgainAt, opensAgainAt <= longest { return false }
            state.opensAgainAt = now.addingTimeInterval(Self.pause)
            return true
        }
    }

    /// Takes note of how a request went.
    func note(_ error: ProviderError?, at now: Date) {
        state.withLock { state in
            switch error?.code {
            case .notConnected, .unavailable:
                state.failures += 1
                state.opensAgainAt = now.addingTimeInterval(Self.pause)
            default:
                state = State()
            }
        }
    }
}
