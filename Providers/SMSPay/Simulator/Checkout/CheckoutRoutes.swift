import Hummingbird
import ProviderSimulation

/// The hosted checkout at `/v1/checkout/:id`: public, as the provider's is.
struct CheckoutRoutes: Sendable {
    let simulator: SimulatedSMSPay

    func add(to router: Router<SimulationContext>) {
        router.get("v1/checkout/:id") { try await show($0, $1) }
        router.post("v1/checkout/:id") { try await act($0, $1) }
    }

    private func show(_ request: Request, _ context: SimulationContext) async throws -> Response {
        guard let intent = await intent(context) else { return CheckoutPage.notFound.response(status: .notFound) }
        return page(intent).response()
    }

    private func act(_ request: Request, _ context: SimulationContext) async throws -> Response {
        guard let intent = await intent(context) else { return CheckoutPage.notFound.response(status: .notFound) }
        guard let submission = try await PageSubmission.read(request, context: context),
            let action = CheckoutAction(rawValue: submission.action)
        else { return page(intent).response(status: .badRequest) }
        switch action {
        case .pay: try? await simulator.pay(intent.id)
        case .payWrongAmount: try? await simulator.pay(intent.id, amount: intent.amount + 1)
        case .expire: try? await simulator.expire(intent.id)
        case .cancel:
            if intent.status == .pending { return .seeOther(intent.returnURLs.cancel?.text ?? path(intent)) }
        }
        let settled = await simulator.ledger.intent(intent.id) ?? intent
        return .seeOther(settled.returnURLs.url(for: settled.status)?.text ?? path(intent))
    }

    private func intent(_ context: SimulationContext) async -> SimulatedIntent? {
        guard let id = context.parameters.get("id") else { return nil }
        return await simulator.ledger.intent(id)
    }

    private func page(_ intent: SimulatedIntent) -> HostedPage {
        CheckoutPage.page(for: intent, merchant: simulator.configuration.merchantName, now: simulator.timekeeper.now)
    }

    private func path(_ intent: SimulatedIntent) -> String { "/v1/checkout/\(intent.id)" }
}
