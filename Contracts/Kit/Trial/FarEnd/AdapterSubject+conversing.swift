import Foundation
import PaymentIntents
import Synchronization

extension AdapterSubject {
    /// Lets an adapter talk to the provider's far end.
    ///
    /// - Parameters:
    ///   - setup: The account.
    ///   - work: What to do.
    /// - Throws: What the work throws, and ``ContractViolation`` when it was not done.
    func conversing(
        _ setup: AdapterSetup? = nil,
        _ work: @Sendable (Conversation) async throws -> Void
    ) async throws {
        let setup = try setup ?? AdapterSetup()
        let isDone = Mutex(false)
        try await withFarEnd(setup) { farEnd in
            let adapter = try adapter(setup.with { $0.baseURL = farEnd.baseURL })
            try await work(Conversation(adapter: adapter, farEnd: farEnd))
            isDone.withLock { $0 = true }
        }
        // A far end that never opens would let every rule pass that looks at nothing else.
        try require(
            isDone.withLock(\.self),
            sent: "work for the far end",
            came: "work that was not done, and no error",
            due: "all of it done"
        )
    }

    /// One of several payments that the provider can carry, each with an id, a reference and an amount of its own.
    ///
    /// - Parameters:
    ///   - number: Which one, from 1.
    ///   - kind: The direction; the provider's first when not given.
    /// - Returns: The order.
    /// - Throws: ``ContractViolation`` when the provider declares no direction or no currency.
    func order(_ number: Int, _ kind: PaymentKind? = nil) throws(ContractViolation) -> PaymentOrder {
        var order = try samplePayment(kind, units: 500 + Int64(number)).order
        var generator = Repeating(value: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
        order.paymentID = PaymentID(at: Date(timeIntervalSince1970: 1_777_975_200), using: &generator)
        order.reference = "ORDER-2\(number)"
        return order
    }
}

/// One number again and again, so that a payment's id is the same in every run.
private struct Repeating: RandomNumberGenerator {
    let value: UInt64

    mutating func next() -> UInt64 { value }
}
