import Foundation
import PaymentGateway

/// The file of a store: it exists, for its owner alone when it is new, and its path is free of symbolic links.
struct StoreFile {
    /// The path that every process finds, whichever link it came by. The lock beside the file is named after it.
    let path: String

    /// Makes the file when there is none.
    ///
    /// SQLite would make it with the mode of the process, and gives its journal the mode of the file. An existing file
    /// is not opened here: closing it would drop the locks that another connection of this process holds on it.
    ///
    /// - Parameter path: Where.
    /// - Throws: `StoreError` with code `unavailable`.
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            Self.syncFolder(of: path)
        } else if errno != EEXIST {
            let reason = String(cString: strerror(errno))
            throw StoreError(.unavailable, "the store's file cannot be made: \(reason)")
        }
        guard let resolved = realpath(path, nil) else {
            throw StoreError(.unavailable, "the store's file cannot be found: \(String(cString: strerror(errno)))")
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
    }

    /// The file that a path names, as the kernel knows it.
    struct Identity: Equatable {
        private let device: dev_t
        private let number: ino_t

        /// `nil` when there is no file.
        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, number) = (status.st_dev, status.st_ino)
        }
    }

    /// Makes the new file's name durable, which SQLite does for its journal only.
    private static func syncFolder(of path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
