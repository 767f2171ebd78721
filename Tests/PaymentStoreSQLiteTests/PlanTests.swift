import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import Synchronization
import Testing

@testable import PaymentStoreSQLite

@Suite("Query plans")
struct PlanTests {
    /// Every statement that a run through all methods executes.
    private static func statements(of store: SQLitePaymentStore) async throws -> Set<String> {
        let seen = Statements()
        try await store.read { ledger in
            ledger.database.trace { event in
                if case .statement(let statement) = event { seen.add(statement.sql) }
            }
        }
        let payment = try await store.created(try Samples.payment(), as: "p-1")
        _ = try await store.record(try Samples.payment("ORDER-1", key: "other"))
        _ = try await store.absorb([
            try Samples.callback(.succeeded, of: "p-1"), try Samples.callback(.succeeded, of: "p-1"),
            try Samples.callback(.succeeded, of: nil, reference: "ORDER-1"),
            try Samples.callback(.succeeded, of: nil, reference: "nobody"),
            try Samples.delivery(.keep(.notUnderstood, note: ""), body: "b"),
        ])
        for status in [nil, PaymentStatus.pending] {
            for account in [nil, AccountName("wallets")] {
                for reference in [nil, "ORDER-1"] {
                    for after in [nil, payment.id] {
                        let filter = PaymentFilter(status: status, account: account, reference: reference, after: after)
                        _ = try await store.payments(matching: filter)
                    }
                }
            }
        }
        _ = try await store.history(of: payment.id)
        for state in [nil] + OutboxState.allCases.map(Optional.some) {
            _ = try await store.notifications(matching: OutboxFilter(state: state))
        }
        _ = try await store.notifications(matching: OutboxFilter(isScheduled: true))
        _ = try await store.claimDue(at: Samples.now + 3600, limit: 1, until: Samples.now + 3600)
        _ = try await store.deliverAll()
        try await store.check()
        try await store.read { ledger in ledger.database.trace(options: []) }
        return seen.all.filter { sql in ["SELECT", "UPDATE", "INSERT", "WITH"].contains { sql.hasPrefix($0) } }
    }

    @Test("every statement goes along an index: nothing is scanned and nothing is sorted")
    func indexes() async throws {
        try await StoreFolder.withStore { store in
            let statements = try await Self.statements(of: store)
            #expect(statements.count > 30)
            for sql in statements {
                let steps = try await store.read { ledger in
                    let statement = try ledger.database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                    statement.setUncheckedArguments(StatementArguments())
                    return try Row.fetchAll(statement).map { $0["detail"] as String }
                }
                for step in steps {
                    #expect(!step.hasPrefix("SCAN") || step == "SCAN CONSTANT ROW", "\(step) in \(sql)")
                    // What is due is little, and sorted.
                    #expect(!step.contains("TEMP B-TREE") || sql.contains("INDEXED BY"), "\(step) in \(sql)")
                }
            }
        }
    }
}

/// What was executed, collected from the connection's thread.
private final class Statements: Sendable {
    private let seen = Mutex<Set<String>>([])

    func add(_ sql: String) {
        seen.withLock { _ = $0.insert(sql) }
    }

    var all: Set<String> { seen.withLock { $0 } }
}
