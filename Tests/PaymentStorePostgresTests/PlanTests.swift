import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("What the planner makes of the statements")
struct PlanTests {
    /// Tables of a row or two, and PostgreSQL's own, which grow with the tables and not with the payments.
    private static func isSmall(_ relation: String?) -> Bool {
        guard let relation else { return false }
        return ["schema_version", "retention", "probe"].contains(relation) || relation.hasPrefix("pg_")
    }

    private static let whatIsOpen = "state <> 'delivered'"

    @Test("every statement finds its rows along an index, and through no index as a whole")
    func plans() async throws {
        let variables = ProcessInfo.processInfo.environment
        // A schema that somebody has filled, with more rows than a test has time for.
        if let schema = variables["PAYMENTS_PLAN_SCHEMA"] { return try await check(schema) }
        try await LiveServer.withStores { schema, _ in
            try ManyRows.fill(schema, count: variables["PAYMENTS_PLAN_ROWS"].flatMap { Int($0) } ?? 50_000)
            try await check(schema)
        }
    }

    private func check(_ schema: String) async throws {
        // One connection, which so has prepared every statement in the end.
        let limits = Limits(connections: 1, patience: .seconds(60), answer: .seconds(60))
        let url = try LiveServer.url
        let store = try await PostgresPaymentStore(url: url, environment: .sandbox, schema: schema, limits: limits)
        try await EveryCall.make(on: store)
        let plans = try await store.pool.run { session in try Self.plans(in: session) }
        await store.close()
        #expect(plans.count > 40)
        #expect(plans.contains { $0.statement.contains(Self.whatIsOpen) })
        for (statement, plan) in plans {
            let nodes = try Node.all(in: plan).filter { !Self.isSmall($0.relation) }
            let unbounded = nodes.filter { !$0.isBounded }
            #expect(unbounded.isEmpty, "\(statement)\n\(plan)")
            // A range of numbers is most of the table when nearly all of it is delivered.
            #expect(!statement.contains(Self.whatIsOpen) || plan.contains("notification_open"), "\(statement)\n\(plan)")
        }
    }

    /// The statements that are prepared, and how each one runs whatever fills its places.
    private static func plans(in session: Session) throws -> [(statement: String, plan: String)] {
        func run(_ sql: String) throws -> Rows {
            let answers = try session.run([Statement(sql)], until: .now + .seconds(60))
            return try StoreError.known(answers.last)
        }
        let prepared = try run(
            """
            SELECT name, cardinality(parameter_types)::bigint, statement FROM pg_prepared_statements
            WHERE statement ~ '^(SELECT|WITH|INSERT|UPDATE)'
            """
        )
        .all { row in (try row.requiredString(), try row.required(Int.self), try row.requiredString()) }
        _ = try run("SET plan_cache_mode = force_generic_plan")
        return try prepared.map { name, places, statement in
            let values = places == 0 ? "" : "(\(Array(repeating: "NULL", count: places).joined(separator: ", ")))"
            let plan = try run("EXPLAIN (FORMAT JSON, COSTS OFF) EXECUTE \(name)\(values)")
            return (statement, try plan.first { row in try row.requiredString() } ?? "")
        }
    }

    /// A step of a plan.
    private struct Node: Decodable {
        let type: String
        let relation: String?
        private let condition: String?
        private let plans: [Node]?

        private enum CodingKeys: String, CodingKey {
            case type = "Node Type"
            case relation = "Relation Name"
            case condition = "Index Cond"
            case plans = "Plans"
        }

        private struct Root: Decodable {
            let plan: Node

            private enum CodingKeys: String, CodingKey { case plan = "Plan" }
        }

        /// All steps of a plan.
        static func all(in plan: String) throws -> [Node] {
            try JSONDecoder().decode([Root].self, from: Data(plan.utf8)).flatMap { $0.plan.all }
        }

        private var all: [Node] { [self] + (plans ?? []).flatMap(\.all) }

        /// Whether it looks at a part of its table only.
        var isBounded: Bool {
            switch type {
            case "Seq Scan": false
            case "Index Scan", "Index Only Scan", "Bitmap Index Scan": condition != nil
            default: true
            }
        }
    }
}
