/// Locks on the tables as a whole that a transaction holds until it ends. Where both are taken it is in this order.
enum AdvisoryLock: Int64 {
    /// Who gives a payment a name holds it shared, from before the search for callbacks that wait for that name. Who keeps
    /// a callback that names an unknown payment holds it alone, from before the last look for the payment. So of two that
    /// happen at once one sees the other, and no callback waits for ever.
    case naming = 0x5041_5901

    /// Who writes notifications holds it shared, from before they get their numbers. Who reads the outbox in order takes it
    /// alone for a moment: then nobody stands between a number and a commit, so no lower number can appear any more.
    ///
    /// Numbers behind `pg_snapshot_xmin` would need no lock, but order transactions by their begin and not by who held the
    /// payment first, and start again when a database is restored from a dump. A lock that writers hold alone would have
    /// them sync to disk one after the other.
    case outbox = 0x5041_5902

    private static let place = "$1::int, 'payment'::regclass::oid::int"

    /// Takes it, beside others that share it.
    var shared: Statement { Statement("SELECT pg_advisory_xact_lock_shared(\(Self.place))", [.integer(rawValue)]) }

    /// Takes it alone.
    var alone: Statement { Statement("SELECT pg_advisory_xact_lock(\(Self.place))", [.integer(rawValue)]) }

    /// Takes a lock on some name alone, before those. Two names may share one.
    ///
    /// - Parameter name: The name.
    /// - Returns: The statement.
    static func named(_ name: String) -> Statement {
        Statement("SELECT pg_advisory_xact_lock(hashtextextended(current_schema || $1, 0))", [.outside(name)])
    }

    /// Takes the lock on the tables' form. The schema is named, as it may not be there yet: then it is nobody's current
    /// one, and a lock on a null is none.
    ///
    /// - Parameter schema: The schema.
    /// - Returns: The statement.
    static func migration(of schema: String) -> Statement {
        Statement("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [.text("\(schema) migration")])
    }
}
