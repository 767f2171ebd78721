import Synchronization

/// How long the write-ahead log has grown since it was last copied into the file, by what this connection wrote.
///
/// SQLite knows exactly, but tells only by doing it.
final class LogLength: Sendable {
    /// About 10 MiB: seldom enough for a page that is written again and again to be copied once, and often enough for
    /// no checkpoint to hold others up for long. Four times that saved an eighth of the time of batches without a pause.
    private static let longest = 4096

    /// What one transaction writes however few rows it has: a page for each table and each index.
    private static let pagesOfATransaction = 16

    private let pages = Mutex(0)

    /// Counts a transaction. The count begins anew when the log has become long.
    ///
    /// - Parameter rows: How many rows it wrote, each of which takes about a page.
    /// - Returns: Whether the log is long.
    func isLong(afterRows rows: Int) -> Bool {
        pages.withLock { pages in
            pages += Self.pagesOfATransaction + rows
            guard pages >= Self.longest else { return false }
            pages = 0
            return true
        }
    }
}
