import Hummingbird
import ProviderSimulation

/// Gives every error the documented shape.
struct SMSPayErrorMiddleware: RouterMiddleware {
    let form: SMSPaySimulatorConfiguration.MessageForm

    func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as SMSPayRefusal {
            return refusal.response(form)
        } catch let error as HTTPError {
            return SMSPayRefusal(status: error.status, messages: [error.status.reasonPhrase]).response(form)
        }
    }
}
