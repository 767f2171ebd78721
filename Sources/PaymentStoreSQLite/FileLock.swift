import Foundation
import PaymentGateway
import Synchronization

/// A lock between processes, and between the stores of one process.
///
/// The lock is the kernel's, on an open file: it dies with the process, however that dies. It is a file of its own, as
/// SQLite's locks on the database would not survive our closing it.
final class FileLock: Sendable {
    private let path: String
    private let descriptor = Mutex<Int32?>(nil)

    /// Names the lock. Nothing is opened yet.
    ///
    /// - Parameter path: The file that is locked.
    init(path: String) {
        self.path = path
    }

    deinit {
        descriptor.withLock { descriptor in
            if let file = descriptor { close(file) }
        }
    }

    /// Takes the lock if nobody else has it, until it is released or the process ends. Taking it twice is taking it once.
    ///
    /// - Returns: Whether it is ours now.
    /// - Throws: `StoreError` with code `unavailable`.
    func take() throws(StoreError) -> Bool {
        try descriptor.withLock { (descriptor) throws(StoreError) in
            if descriptor == nil { descriptor = try Self.opened(path) }
            guard let file = descriptor else { return false }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let problem = errno
                guard problem == EWOULDBLOCK || problem == EINTR else {
                    throw StoreError(.unavailable, "a lock cannot be taken: \(String(cString: strerror(problem)))")
                }
                return false
            }
            if Self.isStill(file, at: path) { return true }
            // Somebody has taken the file away: others would lock another one. The caller tries again, on theirs.
            close(file)
            descriptor = nil
            return false
        }
    }

    /// Whether an open file is the one that a path names.
    private static func isStill(_ file: Int32, at path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        guard fstat(file, &opened) == 0, stat(path, &named) == 0 else { return false }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    /// Gives the lock back.
    func release() {
        descriptor.withLock { descriptor in
            if let file = descriptor { _ = flock(file, LOCK_UN) }
        }
    }

    private static func opened(_ path: String) throws(StoreError) -> Int32 {
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(.unavailable, "a lock cannot be opened: \(String(cString: strerror(errno)))")
        }
        return file
    }
}
