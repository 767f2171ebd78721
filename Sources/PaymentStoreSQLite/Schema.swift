import GRDB
import PaymentGateway

/// The tables of the store.
///
/// Money is whole minor units, a time is milliseconds since 1970, a status or a state is its name, and what has no
/// column of its own is JSON. Payments are numbered within the file, so that what refers to one is small. Such a number
/// was read in the transaction that writes it, and no payment is ever deleted: foreign keys would look each of them up
/// again, which is a tenth of what a callback costs. An index that only finds and does not sort begins with the column
/// that tells most rows apart: then one comparison of texts is enough at each step.
enum Schema {
    /// Marks the file as one of ours: `PAYS`.
    private static let applicationID: Int32 = 0x5041_5953

    /// Brings a file up to date. Another process may be doing the same.
    ///
    /// - Parameter queue: The connection.
    /// - Throws: `StoreError` with code `incompatible` for somebody else's file, or that of a later version.
    static func migrate(_ queue: DatabaseQueue) throws {
        try queue.inDatabase(refuseForeign)
        var known = try queue.inDatabase(migrator.appliedMigrations).count
        while try !queue.inDatabase(migrator.hasCompletedMigrations) {
            do {
                try migrator.migrate(queue)
            } catch {
                // Whoever is second finds the work done. It goes on as long as the other one does.
                let found = try queue.inDatabase(migrator.appliedMigrations).count
                guard found > known else { throw error }
                known = found
            }
        }
        guard try !queue.inDatabase(migrator.hasBeenSuperseded) else {
            throw StoreError(.incompatible, "the file was written by a later version")
        }
    }

    private static func refuseForeign(_ database: Database) throws {
        guard try Int32.fetchOne(database, sql: "PRAGMA application_id") != applicationID,
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)") == true,
            // Ours, and another process is just making it.
            try !database.tableExists("grdb_migrations")
        else { return }
        throw StoreError(.incompatible, "the file is not a store of payments")
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: payments)
            try database.execute(sql: progress)
            try database.execute(sql: history)
            try database.execute(sql: inbox)
            try database.execute(sql: notifications)
            try database.execute(sql: retention)
            try database.execute(sql: probe)
        }
        return migrator
    }

    /// What was asked for, and the names that providers use: written when a payment is created, and hardly ever again.
    private static let payments = """
        CREATE TABLE payment (
            number INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount >= 0),
            currency TEXT NOT NULL,
            reference TEXT NOT NULL,
            requested_method TEXT,
            payee TEXT,
            requested_account TEXT,
            expires_in INTEGER,
            success_url TEXT,
            failure_url TEXT,
            cancel_url TEXT,
            expired_url TEXT,
            idempotency_key TEXT NOT NULL,
            is_key_chosen INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            provider_reference TEXT NOT NULL,
            account TEXT NOT NULL,
            adapter TEXT NOT NULL,
            provider_payment_id TEXT,
            offered_action TEXT,
            UNIQUE (environment, id),
            UNIQUE (idempotency_key, kind, environment),
            UNIQUE (provider_reference, kind, environment)
        ) STRICT;
        CREATE UNIQUE INDEX payment_at_provider ON payment (provider_payment_id, account, environment)
            WHERE provider_payment_id IS NOT NULL;
        CREATE INDEX payment_of_account ON payment (environment, account, id);
        CREATE INDEX payment_of_reference ON payment (environment, reference, id);
        """

    /// How far each payment has come: what a callback changes. A row of its own, as SQLite takes a row apart and puts it
    /// together again to change one column. Lists by status are in the order of the numbers, which is that of the recording:
    /// each callback moves a payment from one status to another, and with ids in this index it would write more pages of
    /// it, by a quarter to a half.
    private static let progress = """
        CREATE TABLE progress (
            number INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            creation TEXT NOT NULL,
            fence INTEGER NOT NULL,
            leased_until INTEGER,
            transaction_id TEXT,
            method TEXT,
            expires_at INTEGER,
            claims INTEGER NOT NULL,
            is_success_announced INTEGER NOT NULL,
            status TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            next_query_at INTEGER,
            queries_without_news INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX progress_of_status ON progress (environment, status);
        CREATE INDEX progress_due ON progress (environment, next_query_at) WHERE next_query_at IS NOT NULL;
        """

    /// The lines that the merchant is not told of. Those that he is told of stand in their notifications; whoever writes
    /// either makes sure that the number is free in the other one.
    private static let history = """
        CREATE TABLE history (
            payment INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            source TEXT NOT NULL,
            claim TEXT,
            trust TEXT,
            status TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (payment, sequence)
        ) STRICT, WITHOUT ROWID;
        """

    /// The bytes of a callback are known again among those of its payment: an index over all of them would have each
    /// callback write a page of its own, wherever its hash falls. What was kept without a payment at first stays filed
    /// under none, as 0.
    ///
    /// What a callback waits for is there only while it waits, so the indexes hold what waits and nothing else.
    private static let inbox = """
        CREATE TABLE inbox (
            number INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            account TEXT NOT NULL,
            filed_under INTEGER NOT NULL,
            body_hash BLOB NOT NULL,
            received_at INTEGER NOT NULL,
            copies INTEGER NOT NULL,
            state TEXT NOT NULL,
            note TEXT,
            payment INTEGER,
            trust TEXT,
            is_hint INTEGER NOT NULL,
            evidence TEXT,
            awaited_id TEXT,
            awaited_kind TEXT,
            awaited_reference TEXT,
            headers TEXT NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (filed_under, body_hash, account, environment)
        ) STRICT;
        CREATE INDEX inbox_awaiting_id ON inbox (environment, account, awaited_id)
            WHERE awaited_id IS NOT NULL;
        CREATE INDEX inbox_awaiting_reference ON inbox (environment, account, awaited_reference)
            WHERE awaited_reference IS NOT NULL;
        CREATE INDEX inbox_open ON inbox (environment, number) WHERE state NOT IN ('absorbed', 'challenge');
        """

    /// With the line of history that each tells of, so that a callback writes one row for both. The recording of a
    /// payment is announced too and has no line: its source is null, as is all that a line has and a notification has
    /// not.
    ///
    /// The body of one that tells of a created payment is null: it is written when it is sent, of the payment's row and of
    /// what this row keeps, which is all that may have changed since, see `NotificationRow`. Such a body is most of what a
    /// callback would write.
    ///
    /// Only the oldest undelivered notification of a payment has a time at which it is due: order is kept by the
    /// others not having one. The indexes hold what is still to be delivered and nothing else, so they stay small, and
    /// a commit writes few pages of them. The check is no list, as SQLite would make a table of a list's values for each
    /// row.
    private static let notifications = """
        CREATE TABLE notification (
            number INTEGER PRIMARY KEY,
            environment TEXT NOT NULL,
            payment INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            status TEXT NOT NULL,
            source TEXT,
            claim TEXT,
            trust TEXT,
            detail TEXT,
            body TEXT,
            claims INTEGER,
            provider_payment_id TEXT,
            transaction_id TEXT,
            method TEXT,
            expires_at INTEGER,
            state TEXT NOT NULL CHECK (state = 'pending' OR state = 'delivered' OR state = 'dead'),
            due_at INTEGER,
            attempts INTEGER NOT NULL,
            fence INTEGER NOT NULL,
            replayed_at INTEGER
        ) STRICT;
        CREATE INDEX notification_dead ON notification (environment, number) WHERE state = 'dead';
        CREATE UNIQUE INDEX notification_of_payment ON notification (payment, sequence);
        CREATE INDEX notification_due ON notification (environment, due_at) WHERE due_at IS NOT NULL;
        """

    /// The last callback of each environment whose bytes were looked at to be forgotten.
    private static let retention = """
        CREATE TABLE retention (environment TEXT PRIMARY KEY, forgotten INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO retention VALUES ('sandbox', 0), ('live', 0);
        """

    private static let probe = """
        CREATE TABLE probe (number INTEGER PRIMARY KEY CHECK (number = 1), writes INTEGER NOT NULL) STRICT;
        INSERT INTO probe VALUES (1, 0);
        """
}
