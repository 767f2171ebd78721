import HTTPTypes
import PaymentIntents

/// The whole path of one callback, over and over: raw bytes and headers, verify, decode, map, compare, fold.
struct CallbackPath {
    private let name: String
    private let headers: HTTPFields
    private let body: [UInt8]
    private let terms: PaymentTerms
    private let lifecycle: Lifecycle
    private let receive: (Callback) throws -> CallbackReceipt

    /// Describes a path.
    ///
    /// - Parameters:
    ///   - name: What is printed in front of each figure.
    ///   - sample: The callback.
    ///   - receive: Verifies, decodes and maps it with the sample's adapter.
    init(
        _ name: String,
        _ sample: Sample<some ProviderAdapter>,
        receive: @escaping (Callback) throws -> CallbackReceipt
    ) {
        self.name = name
        headers = sample.headers
        body = sample.body
        terms = sample.terms
        lifecycle = sample.lifecycle
        self.receive = receive
    }

    /// Measures.
    ///
    /// - Parameters:
    ///   - rounds: How often.
    ///   - count: How many callbacks a round.
    /// - Throws: `WrongResult` when a callback did not end as it must: what is not done right is not measured.
    func measure(rounds: Int, count: Int) throws {
        try printTimes(of: name, rounds: rounds, count: count, run)
        guard let counter = AllocationCounter.inForce else { return }
        let before = counter.count
        try run(count)
        print("\(name), allocations", Double(counter.count - before) / Double(count), separator: "\t")
    }

    @inline(never)
    private func run(_ count: Int) throws {
        var succeeded = 0
        for _ in 0..<count where try fold() == .succeeded {
            succeeded += 1
        }
        guard succeeded == count else { throw WrongResult() }
    }

    /// One callback, as it comes out of a server, to what the merchant is told.
    @inline(never)
    private func fold() throws -> PaymentStatus? {
        let receipt = try receive(Callback(headers: headers, body: body))
        guard case .event(.evidence(let evidence)) = receipt else { throw WrongResult() }
        var lifecycle = lifecycle
        let (claim, _) = evidence.assessed(against: terms)
        return lifecycle.absorb(ClaimSet(claim))
    }
}

/// A callback that must succeed did not.
struct WrongResult: Error {}
