public import PaymentGateway

/// A callback as a store keeps it.
public struct KeptCallback: Sendable, Hashable {
    /// The body, byte for byte.
    public var body: [UInt8]

    /// What became of it.
    public var state: InboxState

    /// How often it came, from 1.
    public var copies: Int

    /// Collects what is kept.
    ///
    /// - Parameters:
    ///   - body: The body, byte for byte.
    ///   - state: What became of it.
    ///   - copies: How often it came, from 1.
    public init(body: [UInt8], state: InboxState, copies: Int) {
        self.body = body
        self.state = state
        self.copies = copies
    }
}

extension KeptCallback: CustomStringConvertible {
    /// The length of the body and what became of it.
    public var description: String { "\(body.count) bytes, \(state.rawValue), \(copies) copies" }
}
