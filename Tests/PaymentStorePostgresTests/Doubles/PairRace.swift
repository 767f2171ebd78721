import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

/// Two things that happen to one payment at the same moment, at two instances.
struct PairRace: Sendable {
    /// How often each race is run: some hundred times, unless the variable asks for more.
    static let count = ProcessInfo.processInfo.environment["PAYMENTS_RACES"].flatMap { Int($0) } ?? 300

    /// What happens before, with the number of the pair.
    var prepare: @Sendable (PostgresPaymentStore, Int) async throws -> Void = { _, _ in }

    /// What happens at the one instance.
    let first: @Sendable (PostgresPaymentStore, Int) async throws -> Void

    /// What happens at the other one.
    let second: @Sendable (PostgresPaymentStore, Int) async throws -> Void

    /// Runs all pairs, a few beside each other, then looks at what is there.
    ///
    /// - Parameters:
    ///   - count: How many pairs.
    ///   - check: Looks at it.
    /// - Throws: What any of them throws.
    func run(_ count: Int = count, check: (PostgresPaymentStore) async throws -> Void) async throws {
        try await LiveServer.withStores(2) { _, stores in
            try await withThrowingTaskGroup(of: Void.self) { lanes in
                for lane in 0..<3 {
                    lanes.addTask {
                        for number in stride(from: lane, to: count, by: 3) { try await pair(number, stores) }
                    }
                }
                try await lanes.waitForAll()
            }
            try await check(stores[0])
        }
    }

    private func pair(_ number: Int, _ stores: [PostgresPaymentStore]) async throws {
        try await prepare(stores[0], number)
        let barrier = Barrier(of: 2)
        // Each one is at each instance in turn.
        let (one, other) = (stores[number % 2], stores[1 - number % 2])
        async let left: Void = {
            await barrier.meet()
            try await first(one, number)
        }()
        async let right: Void = {
            await barrier.meet()
            try await second(other, number)
        }()
        _ = try await (left, right)
    }

    /// Prints what was counted, and requires that each count is zero.
    ///
    /// - Parameters:
    ///   - race: What was against what.
    ///   - wrong: How many of the pairs went wrong, by what is wrong about them.
    static func report(_ race: String, _ wrong: KeyValuePairs<String, Int>) {
        let counts = wrong.map { "\($0.key) \($0.value)" }
        print("\(race): \(count) pairs; \(counts.joined(separator: ", "))")
        for (what, number) in wrong { #expect(number == 0, "\(race): \(what)") }
    }
}
