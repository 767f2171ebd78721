import PaymentGateway

/// The tables of the store: all in one schema of their own.
///
/// Money is whole minor units, a time is milliseconds since 1970, a status or a state is its name, and what has no column
/// of its own is JSON. Texts are ordered by their bytes. No payment is ever deleted, and what refers to one read its number
/// in the transaction that writes it: foreign keys would only look it up, and lock it, again.
enum Schema {
    /// The schema.
    static let name = "payments"

    /// The constraint under which a provider's reference means one payment.
    static let providerReferenceKey = "payment_provider_reference"

    /// Each version's statements on top of the one before.
    private static let versions = [payments + progress + history + inbox + notifications + retention + probe]

    /// Brings the schema up to date. Other instances may be doing the same.
    ///
    /// Where nothing is to be done, no right is needed but to read and write rows.
    ///
    /// - Parameters:
    ///   - session: The connection.
    ///   - schema: Its name.
    ///   - limit: How long the server may take.
    /// - Throws: `StoreError` or `SessionError`.
    static func migrate(_ session: Session, schema: String, limit: Duration) throws {
        func run(_ statements: [Statement]) throws -> Rows? {
            try session.run(statements, until: .now + limit).last
        }
        guard try version(of: schema, run) < versions.count else { return }
        // However long another instance takes.
        let patience = Statement("SET LOCAL lock_timeout = 0")
        _ = try run([Statement("BEGIN"), patience, AdvisoryLock.migration(of: schema)])
        let known = try version(of: schema, run)
        var changes: [Statement] = []
        if known == 0 {
            let isThere = try run([
                Statement("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1)", [.text(schema)])
            ])
            // Whoever may not create schemas may have been given one.
            if try isThere?.first({ try $0.boolean() }) != true { changes.append(Statement("CREATE SCHEMA \(schema)")) }
            changes.append(Statement("CREATE TABLE schema_version (number bigint PRIMARY KEY)"))
        }
        for number in known..<max(known, versions.count) {
            changes += versions[number].map { Statement($0) }
            changes.append(Statement("INSERT INTO schema_version VALUES ($1)", [.integer(Int64(number + 1))]))
        }
        _ = try run(changes + [Statement("COMMIT")])
    }

    /// The version that is there; 0 for none.
    ///
    /// The catalogue is read, and no name is resolved: whoever has waited for a lock resolves names as they were before.
    private static func version(of schema: String, _ run: ([Statement]) throws -> Rows?) throws -> Int {
        let table = try run([
            Statement(
                "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'schema_version')",
                [.text(schema)]
            )
        ])
        guard try table?.first({ try $0.boolean() }) == true else { return 0 }
        let number = try run([Statement("SELECT coalesce(max(number), 0) FROM schema_version")])
        let version: Int = try RowReader.known(number?.first { try $0.required() })
        guard version <= versions.count else {
            throw StoreError(.incompatible, "the tables were written by a later version")
        }
        return version
    }
}
