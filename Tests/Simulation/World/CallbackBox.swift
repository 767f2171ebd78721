import PaymentIntents
import ProviderSimulation

/// A callback that a provider wants to be delivered.
struct QueuedCallback: Sendable {
    let number: Int
    /// The account that it goes to.
    let account: String
    let callback: OutgoingCallback
    /// Whether it names another amount than was asked for.
    let isWrong: Bool
    /// Whether it was handed over before.
    var isRepeated = false
}

/// Where the simulators put their callbacks.
final class CallbackBox: Sendable {
    private let waiting = Mutexed<[(String, OutgoingCallback)]>([])

    func put(_ callback: OutgoingCallback, for account: String) {
        waiting.with { $0.append((account, callback)) }
    }

    /// Takes everything out.
    func empty() -> [(account: String, callback: OutgoingCallback)] {
        waiting.with { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
