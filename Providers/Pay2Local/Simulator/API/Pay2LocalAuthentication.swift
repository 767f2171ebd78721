import HTTPTypes
import Hummingbird
import ProviderSimulation

/// Lets nobody pass without both keys.
struct Pay2LocalAuthentication: RouterMiddleware {
    static let accessHeader = HTTPField.Name("X-Authorization-Access")
    static let publicHeader = HTTPField.Name("X-Authorization-Public")

    let accessKey: SimulatorSecret
    let publicKey: SimulatorSecret

    func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        guard let access = Self.accessHeader, let open = Self.publicHeader,
            request.headers[access] == accessKey.value, request.headers[open] == publicKey.value
        else { throw Pay2LocalRefusal.unauthorised }
        return try await next(request, context)
    }
}
