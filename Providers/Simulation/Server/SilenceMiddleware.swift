public import Hummingbird
import ServiceLifecycle

/// Strikes with ``Fault/noAnswer`` and ``Fault/reset``: an accepted creation whose answer never arrives.
public struct SilenceMiddleware: RouterMiddleware {
    private let faults: FaultPlan
    private let creationPaths: Set<String>

    /// Makes the middleware.
    ///
    /// - Parameters:
    ///   - faults: what goes wrong.
    ///   - creationPaths: the paths whose `POST` creates a payment.
    public init(faults: FaultPlan, creationPaths: Set<String>) {
        self.faults = faults
        self.creationPaths = creationPaths
    }

    /// Lets the request be processed, then keeps or breaks the connection if a fault strikes.
    public func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        guard request.method == .post, creationPaths.contains(request.uri.path), response.status.kind == .successful
        else { return response }
        let channel = context.channel
        if faults.strikes(.reset) {
            try? await channel.close()
        } else if faults.strikes(.noAnswer) {
            await withTaskCancellationOrGracefulShutdownHandler {
                try? await channel.closeFuture.get()
            } onCancelOrGracefulShutdown: {
                channel.close(promise: nil)
            }
        }
        return response
    }
}
