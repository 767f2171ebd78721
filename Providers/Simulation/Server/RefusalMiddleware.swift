public import Hummingbird

/// Strikes with ``Fault/rateLimit`` and ``Fault/serverError``: the call is refused, unprocessed.
public struct RefusalMiddleware: RouterMiddleware {
    private let faults: FaultPlan
    private let rateLimited: @Sendable () -> Response
    private let serverError: @Sendable () -> Response

    /// Makes the middleware.
    ///
    /// - Parameters:
    ///   - faults: what goes wrong.
    ///   - rateLimited: the provider's 429; `Retry-After: 1` is added.
    ///   - serverError: the provider's 500.
    public init(
        faults: FaultPlan,
        rateLimited: @escaping @Sendable () -> Response,
        serverError: @escaping @Sendable () -> Response
    ) {
        self.faults = faults
        self.rateLimited = rateLimited
        self.serverError = serverError
    }

    /// Passes the request on unless a fault strikes.
    public func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        if faults.strikes(.rateLimit) {
            var response = rateLimited()
            response.headers[.retryAfter] = "1"
            return response
        }
        if faults.strikes(.serverError) { return serverError() }
        return try await next(request, context)
    }
}
