import Hummingbird
import ProviderSimulation

/// The hosted pages at `/deposit/:id` and `/withdraw/:id`.
struct PayRoutes: Sendable {
    let simulator: SimulatedPay2Local

    func add(to router: Router<SimulationContext>) {
        for kind in SimulatedRequestKind.allCases {
            let path = RouterPath("\(kind.rawValue.lowercased())/:id")
            router.get(path) { try await show(kind, $0, $1) }
            router.post(path) { try await act(kind, $0, $1) }
        }
    }

    private func show(
        _ kind: SimulatedRequestKind,
        _ request: Request,
        _ context: SimulationContext
    ) async throws -> Response {
        guard let known = await known(kind, context) else { return PayPage.notFound.response(status: .notFound) }
        return page(known).response()
    }

    private func act(
        _ kind: SimulatedRequestKind,
        _ request: Request,
        _ context: SimulationContext
    ) async throws -> Response {
        guard let known = await known(kind, context) else { return PayPage.notFound.response(status: .notFound) }
        guard let submission = try await PageSubmission.read(request, context: context),
            let action = PayAction(rawValue: submission.action)
        else { return page(known).response(status: .badRequest) }
        try? await simulator.ledger.decide(
            known.requestID,
            as: action == .approve ? .approved : .rejected,
            wallet: submission.wallet.flatMap(Wallet.init(named:)),
            onlyPending: true
        )
        return .seeOther(known.returnURL.text)
    }

    private func known(_ kind: SimulatedRequestKind, _ context: SimulationContext) async -> SimulatedRequest? {
        guard let id = context.parameters.get("id"), let known = await simulator.ledger.request(id),
            known.kind == kind
        else { return nil }
        return known
    }

    private func page(_ request: SimulatedRequest) -> HostedPage {
        PayPage.page(for: request, agent: simulator.configuration.agent)
    }
}
