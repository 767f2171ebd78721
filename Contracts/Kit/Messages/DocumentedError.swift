public import PaymentIntents

/// An error answer that the provider's documents show, and what it means.
public struct DocumentedError: Sendable {
    /// The answer.
    public var response: ProviderResponse

    /// The calls that it may answer.
    public var operations: Set<Capabilities.Operation>

    /// What it means.
    public var code: ProviderError.Code

    /// Describes an error answer.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - operations: The calls that it may answer.
    ///   - code: What it means.
    public init(
        _ response: ProviderResponse,
        to operations: Set<Capabilities.Operation>,
        means code: ProviderError.Code
    ) {
        self.response = response
        self.operations = operations
        self.code = code
    }
}
