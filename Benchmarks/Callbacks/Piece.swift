/// One thing that each callback needs, alone: what the libraries below take, and so how fast the machine is.
struct Piece {
    private let name: String
    private let work: () throws -> Void

    /// Describes a piece.
    ///
    /// - Parameters:
    ///   - name: What is printed in front of each figure.
    ///   - work: What is done once a callback.
    init(_ name: String, work: @escaping () throws -> Void) {
        self.name = name
        self.work = work
    }

    /// Measures, as ``CallbackPath/measure(rounds:count:)`` does.
    func measure(rounds: Int, count: Int) throws {
        try run(count)
        for _ in 0..<rounds {
            let time = try ContinuousClock().measure { try run(count) }
            print(name, Int(time / .nanoseconds(1)) / count, separator: "\t")
        }
    }

    @inline(never)
    private func run(_ count: Int) throws {
        for _ in 0..<count { try work() }
    }
}
