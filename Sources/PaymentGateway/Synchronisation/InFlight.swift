import Synchronization

/// How many questions wait for an answer.
final class InFlight: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock(\.self) }

    func begin(_ more: Int) {
        number.withLock { $0 += more }
    }

    func end() {
        number.withLock { $0 -= 1 }
    }
}
