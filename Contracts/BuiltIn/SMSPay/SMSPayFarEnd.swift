import PaymentContracts
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator

/// A simulated SMS Pay, as the rules see it.
struct SMSPayFarEnd: FarEnd {
    let baseURL: String
    let simulator: SimulatedSMSPay
    let stage: FarEndStage

    var claims: Set<Claim> { [.succeeded, .expired, .rejected, .failed, .review] }

    /// Starts one around a piece of work.
    static func open(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await FarEndStage.open { stage in
            var configuration = SMSPaySimulatorConfiguration(
                apiKey: SimulatorSecret(SMSPaySubject.apiKey(setup)),
                webhookSecret: SimulatorSecret(setup.callbackKeys.first ?? ""),
                webhookURL: stage.callbackURL
            )
            configuration.lateness = FarEndStage.lateness
            let simulator = try SimulatedSMSPay(
                configuration,
                timekeeper: stage.timekeeper,
                identifiers: IdentifierSource(SeededGenerator(seed: 1))
            )
            try await simulator.running {
                try await work(SMSPayFarEnd(baseURL: try await simulator.baseURL(), simulator: simulator, stage: stage))
            }
        }
    }

    func answer(_ request: ProviderRequest) async throws -> ProviderResponse {
        try await stage.answer(request)
    }

    /// Past its time an intent is confirmed by an operator, which is how a success comes late.
    func settle(_ providerPaymentID: String, as claim: Claim) async throws {
        switch claim {
        case .succeeded where await simulator.intent(providerPaymentID)?.status == .pending:
            try await simulator.pay(providerPaymentID)
        case .succeeded: try await simulator.confirm(providerPaymentID)
        case .expired: try await simulator.expire(providerPaymentID)
        case .rejected: try await simulator.reject(providerPaymentID)
        case .failed: try await simulator.fail(providerPaymentID)
        case .review: try await simulator.review(providerPaymentID)
        case .pending, .cancelled: throw FarEndRefusal(claim: claim)
        }
    }

    func callbacks() async throws -> [Callback] {
        try await stage.callbacks(simulator.dueWebhookCount)
    }

    func arm(_ fault: FarEndFault) {
        simulator.faults.arm(fault.fault)
    }

    /// Looking at the intents makes those expire whose time has come, so that their webhooks are due when this returns.
    func advance(by duration: Duration) async throws {
        stage.clock.advance(by: duration)
        _ = await simulator.intents()
    }

    func paymentCount() async throws -> Int {
        await simulator.createdCount()
    }
}
