import PaymentGateway

/// What the server says of itself. A store of money is not kept where an acknowledged commit can be lost.
enum ServerSettings {
    private static let names = ["fsync", "full_page_writes", "synchronous_commit"]

    /// Asks for the settings that ``check(_:)`` wants to see.
    static let query = Statement(
        """
        SELECT \(names.map { "current_setting('\($0)')" }.joined(separator: ", ")), current_setting('server_encoding'),
            pg_is_in_recovery()
        """
    )

    /// Refuses a server that may lose what it has acknowledged, that keeps no Unicode, or that can only be read.
    ///
    /// - Parameter rows: The answer to ``query``.
    /// - Throws: `StoreError` with code `unavailable`.
    static func check(_ rows: Rows) throws {
        try rows.first { row in
            for name in names {
                guard try row.requiredString() != "off" else {
                    throw StoreError(.unavailable, "the server runs with \(name)=off: it may lose what it acknowledged")
                }
            }
            guard try row.requiredString() == "UTF8" else {
                throw StoreError(.unavailable, "the database's encoding is not UTF8")
            }
            guard try !row.boolean() else { throw StoreError(.unavailable, "the server is a standby") }
        }
    }

    /// Readies a new connection: where its tables are, how long it waits, how long it may sit in a transaction, in which
    /// every statement sees what is committed by then. Waits end on the server before we end them here. A statement is planned
    /// once a connection: of short arrays the planner believes that planning anew each time is cheaper.
    ///
    /// The server notices by itself when we are gone, as ``Session`` notices the server: between two messages of one
    /// journey no time of its own runs out before PostgreSQL 17, and what we had locked would stay so for hours.
    ///
    /// - Parameters:
    ///   - session: The connection.
    ///   - schema: The schema of the tables.
    ///   - limits: How long anything may take.
    /// - Throws: `StoreError` or `SessionError`.
    static func apply(to session: Session, schema: String, limits: Limits) throws {
        let settings = [
            ("search_path", schema),
            ("lock_timeout", "\(limits.lock / .milliseconds(1))"),
            ("statement_timeout", "\(limits.answer * 2 / 3 / .milliseconds(1))"),
            ("idle_in_transaction_session_timeout", "\(limits.answer / .milliseconds(1))"),
            ("transaction_timeout", "\(limits.answer * 4 / .milliseconds(1))"),
            ("tcp_keepalives_idle", "10"), ("tcp_keepalives_interval", "5"), ("tcp_keepalives_count", "3"),
            ("tcp_user_timeout", "15000"),
            ("default_transaction_isolation", "read committed"), ("plan_cache_mode", "force_generic_plan"),
        ]
        let set = Statement(
            """
            SELECT set_config(name, value, false) FROM unnest($1, $2) AS setting(name, value)
            WHERE name IN (SELECT name FROM pg_settings)
            """,
            rows: settings.map { [.text($0.0), .text($0.1)] },
            like: [.text(nil), .text(nil)]
        )
        let answers = try session.run([set, query], until: .now + limits.answer)
        if let settings = answers.last { try check(settings) }
    }
}
