import Hummingbird
import ProviderSimulation

/// Gives every error the documented shape.
struct Pay2LocalErrorMiddleware: RouterMiddleware {
    let withHTTP200: Bool

    func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Pay2LocalRefusal {
            return refusal.response(withHTTP200: withHTTP200)
        } catch let error as HTTPError {
            return Pay2LocalRefusal(status: error.status, message: error.status.reasonPhrase).response()
        }
    }
}
