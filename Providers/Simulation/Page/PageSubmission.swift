public import Hummingbird

/// What a customer sent with a form of a hosted page.
public struct PageSubmission: Sendable, Hashable, Decodable {
    /// The button's value.
    public let action: String
    /// The chosen wallet's name, where there was a choice.
    public let wallet: String?

    /// Reads a form.
    ///
    /// - Parameters:
    ///   - request: the request, its body `application/x-www-form-urlencoded`.
    ///   - context: the request's context.
    /// - Returns: what was sent; `nil` when it is not such a form.
    /// - Throws: when the body cannot be received.
    public static func read(_ request: Request, context: SimulationContext) async throws -> PageSubmission? {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        return try? URLEncodedFormDecoder().decode(PageSubmission.self, from: String(buffer: body))
    }
}
