/// Why bytes were refused. Neither the error nor its description quotes the bytes.
public struct JSONError: Error, Sendable, Hashable {
    /// The reason.
    public let code: Code

    /// Makes an error.
    ///
    /// - Parameter code: the reason.
    public init(_ code: Code) {
        self.code = code
    }
}

extension JSONError: CustomStringConvertible {
    /// The reason in words.
    public var description: String { code.description }
}
