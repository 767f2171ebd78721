/// How much of a document is read at most. What exceeds a limit is refused, never cut.
public struct JSONLimits: Sendable, Hashable {
    /// The most bytes a document may have.
    public var maximumByteCount: Int

    /// How many objects and arrays may contain one another at most. A lone scalar has depth 0.
    public var maximumDepth: Int

    /// Sets limits.
    ///
    /// - Parameters:
    ///   - maximumByteCount: the most bytes a document may have; no document of 2 GiB or more is ever read.
    ///   - maximumDepth: how many objects and arrays may contain one another at most.
    public init(maximumByteCount: Int = 64 * 1024, maximumDepth: Int = 32) {
        self.maximumByteCount = maximumByteCount
        self.maximumDepth = maximumDepth
    }

    /// What a callback may have: 64 KiB and 32 levels.
    public static let `default` = JSONLimits()
}
