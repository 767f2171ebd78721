import Synchronization

/// Lets nobody on until everybody is there.
final class Barrier: Sendable {
    private struct Crowd {
        var missing: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let crowd: Mutex<Crowd>

    init(of count: Int) {
        crowd = Mutex(Crowd(missing: count))
    }

    /// Waits for the others.
    func meet() async {
        await withCheckedContinuation { continuation in
            let released = crowd.withLock { crowd in
                crowd.missing -= 1
                crowd.waiting.append(continuation)
                return crowd.missing == 0 ? crowd.waiting : []
            }
            for one in released { one.resume() }
        }
    }
}
