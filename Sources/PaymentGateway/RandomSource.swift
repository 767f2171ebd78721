/// Where the engine's random bits come from: ids, and the spread of repeated calls.
public struct RandomSource: RandomNumberGenerator, Sendable {
    private let bits: @Sendable () -> UInt64

    /// Takes a source of bits.
    ///
    /// - Parameter bits: Gives 64 random bits at each call, from any thread.
    public init(_ bits: @escaping @Sendable () -> UInt64) {
        self.bits = bits
    }

    /// The random numbers of the system, which are fit for cryptography.
    public static let system = RandomSource {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// 64 random bits.
    public func next() -> UInt64 { bits() }
}
