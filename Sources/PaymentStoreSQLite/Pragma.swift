import GRDB
import PaymentGateway

/// One setting of a connection, and what it must read as once it is set.
///
/// SQLite takes an unknown or impossible setting in silence, and layers above it set their own: so all of them are read
/// back, and a store whose settings are not as written here does not open.
struct Pragma: Sendable {
    /// The pragma's name.
    let name: String

    /// What it is set to.
    let value: String

    /// What it reads as.
    let reading: String

    /// All settings of a connection.
    static let all = [
        Pragma("journal_mode", "WAL", reads: "wal"),
        // FULL: a commit is in the log on the disk when it returns.
        Pragma("synchronous", "FULL", reads: "2"),
        // On macOS a plain fsync stops at the drive's cache.
        Pragma("fullfsync", "ON", reads: "1"),
        Pragma("checkpoint_fullfsync", "ON", reads: "1"),
        // Checkpoints are made by us, under the lock.
        Pragma("wal_autocheckpoint", "0", reads: "0"),
        // The log that a slow reader made necessary is not kept at that size.
        Pragma("journal_size_limit", "67108864", reads: "67108864"),
        // 8 MiB; the default of 2 MiB spills to disk in the middle of a batch. SQLite looks through the whole cache at each
        // commit in which a page of an index was split, so that more gains nothing.
        Pragma("cache_size", "-8192", reads: "-8192"),
        // Debian's SQLite overwrites what leaves a page with zeros. Rows are never deleted here; what is
        // forgotten of them is overwritten all the same.
        Pragma("secure_delete", "OFF", reads: "0"),
        Pragma("cell_size_check", "ON", reads: "1"),
        Pragma("trusted_schema", "OFF", reads: "0"),
    ]

    private init(_ name: String, _ value: String, reads reading: String) {
        self.name = name
        self.value = value
        self.reading = reading
    }

    /// Sets it.
    func set(on database: Database) throws {
        try database.execute(sql: "PRAGMA \(name) = \(value)")
    }

    /// Makes sure that it is set.
    ///
    /// - Throws: `StoreError` with code `incompatible`.
    func verify(on database: Database) throws {
        let found = try String.fetchOne(database, sql: "PRAGMA \(name)")
        guard found == reading else {
            throw StoreError(.incompatible, "\(name) is \(found ?? "not known"), and has to be \(reading)")
        }
    }
}
