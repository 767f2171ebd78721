import Testing

@testable import PaymentStorePostgres

/// The messages are those of libpq and of the server's sources, PostgreSQL 12 to 17.
@Suite("Why there is no connection")
struct UnreachableTests {
    private static let server = #"connection to server at "db.example" (10.0.0.5), port 5432 failed: "#

    @Test(
        "is told by the message, whatever else it names",
        arguments: [
            ("Connection refused", .refused), ("timeout expired", .timedOut),
            (#"FATAL:  password authentication failed for user "payments""#, .login),
            (#"FATAL:  role "payments" is not permitted to log in"#, .login),
            (#"FATAL:  role "payments" does not exist"#, .role),
            (#"FATAL:  database "shop" does not exist"#, .database),
            (
                #"FATAL:  no pg_hba.conf entry for host "10.0.0.5", user "payments", database "shop", no encryption"#,
                .hostRule
            ),
            (
                #"FATAL:  pg_hba.conf rejects connection for host "10.0.0.5", user "payments", database "shop""#,
                .hostRule
            ),
            ("FATAL:  sorry, too many clients already", .full),
            (#"FATAL:  too many connections for role "payments""#, .full),
            (#"FATAL:  too many connections for database "shop""#, .full),
            (#"FATAL:  database "shop" is not currently accepting connections"#, .closed),
            (#"FATAL:  permission denied for database "shop""#, .closed),
            ("FATAL:  the database system is starting up", .starting), ("something new", .other),
        ] as [(String, Unreachable)]
    )
    func reason(message: String, reason: Unreachable) {
        #expect(Unreachable(Self.server + message) == reason)
    }
}
