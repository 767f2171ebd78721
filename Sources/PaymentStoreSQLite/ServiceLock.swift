import Foundation
import PaymentGateway
import Synchronization

/// Lets one process at a time do the background work on a store.
///
/// The lock is the kernel's, on an open file: it dies with the process, however that dies. It is a file of its own, as
/// SQLite's locks on the database would not survive our closing it.
final class ServiceLock: Sendable {
    private let path: String
    private let descriptor = Mutex<Int32?>(nil)

    /// Names the lock. Nothing is opened yet.
    ///
    /// - Parameter path: The file that is locked.
    init(path: String) {
        self.path = path
    }

    deinit {
        release()
    }

    /// Takes the lock, for as long as this value or the process lives. Taking it twice is taking it once.
    ///
    /// - Throws: `StoreError` with code `alreadyServed` when somebody else has it.
    func acquire() throws(StoreError) {
        try descriptor.withLock { (held) throws(StoreError) in
            guard held == nil else { return }
            let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard file >= 0 else {
                throw StoreError(.unavailable, "the lock cannot be opened: \(String(cString: strerror(errno)))")
            }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let problem = errno
                close(file)
                guard problem == EWOULDBLOCK else {
                    throw StoreError(.unavailable, "the lock cannot be taken: \(String(cString: strerror(problem)))")
                }
                throw StoreError(.alreadyServed, "another process does the background work on this store")
            }
            held = file
        }
    }

    /// Gives the lock back.
    func release() {
        descriptor.withLock { held in
            if let file = held { close(file) }
            held = nil
        }
    }
}
