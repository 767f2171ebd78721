import PaymentIntents
import Synchronization

/// How many questions wait for an answer, of each account and of all together.
final class InFlight: Sendable {
    private let numbers = Mutex<[AccountName: Int]>([:])

    var count: Int { numbers.withLock { $0.values.reduce(0, +) } }

    /// Begins a question.
    ///
    /// - Parameters:
    ///   - account: Whom it is put to.
    ///   - most: How many may wait for this account.
    /// - Returns: Whether it may be put.
    func begin(_ account: AccountName, most: Int) -> Bool {
        numbers.withLock { numbers in
            guard numbers[account, default: 0] < most else { return false }
            numbers[account, default: 0] += 1
            return true
        }
    }

    func end(_ account: AccountName) {
        numbers.withLock { $0[account, default: 1] -= 1 }
    }
}
