import PaymentIntents

/// Walks every sequence of inputs up to a length, sharing prefixes, and compares each step with the table.
///
/// It counts differences instead of expecting in the loop: there are some 600,000 steps.
struct SequenceWalk {
    /// What the table says of each set, by the bits of its members' positions in `Input.all`.
    private let expected: [(status: PaymentStatus, isLate: Bool)]
    private let inputs = Input.all.map(\.set)

    private(set) var steps = 0
    private(set) var statuses: Set<PaymentStatus> = []
    private(set) var firstDifference: String?

    /// - Parameter expected: What the table says of each set.
    init(expected: [(status: PaymentStatus, isLate: Bool)]) {
        self.expected = expected
    }

    /// Tells a lifecycle the input, then every continuation of it.
    ///
    /// - Parameters:
    ///   - first: The position of the input.
    ///   - length: The most inputs of one sequence.
    mutating func walk(from first: Int, length: Int) {
        step(first, Lifecycle(), seen: 0, status: .created, told: false, path: [], remaining: length)
    }

    private mutating func step(
        _ input: Int,
        _ before: Lifecycle,
        seen: Int,
        status: PaymentStatus,
        told: Bool,
        path: [Int],
        remaining: Int
    ) {
        var lifecycle = before
        let announcement = lifecycle.absorb(inputs[input])
        let seen = seen | 1 << input
        let (newStatus, isLate) = expected[seen]
        // A change is told, except that of a success the merchant hears once.
        let isSecondSuccess = newStatus == .succeeded && told
        let owed = newStatus == status || isSecondSuccess ? nil : newStatus
        let told = told || newStatus == .succeeded
        steps += 1
        statuses.insert(newStatus)
        let path = path + [input]
        if announcement != owed || lifecycle.status != newStatus || lifecycle.isLate != isLate
            || lifecycle.hasAnnouncedSuccess != told
        {
            firstDifference = firstDifference ?? "\(path.map { Input.all[$0].name })"
        }
        guard remaining > 1 else { return }
        for next in inputs.indices {
            step(next, lifecycle, seen: seen, status: newStatus, told: told, path: path, remaining: remaining - 1)
        }
    }
}
