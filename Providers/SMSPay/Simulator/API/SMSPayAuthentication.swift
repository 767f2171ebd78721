import HTTPTypes
import Hummingbird
import ProviderSimulation

/// Lets nobody pass without the key.
struct SMSPayAuthentication: RouterMiddleware {
    static let header = HTTPField.Name("X-Api-Key")
    let apiKey: SimulatorSecret

    func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        guard let header = Self.header, request.headers[header] == apiKey.value else {
            throw SMSPayRefusal.unauthorised
        }
        return try await next(request, context)
    }
}
