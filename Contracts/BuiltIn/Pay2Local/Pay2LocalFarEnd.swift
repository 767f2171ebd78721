import Pay2LocalSimulator
import PaymentContracts
import PaymentIntents
import ProviderSimulation

/// A simulated Pay2Local, as the rules see it.
struct Pay2LocalFarEnd: FarEnd {
    let baseURL: String
    let simulator: SimulatedPay2Local
    let stage: FarEndStage

    var claims: Set<Claim> { [.succeeded, .rejected] }

    /// Starts one around a piece of work.
    static func open(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await FarEndStage.open { stage in
            var configuration = Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(Pay2LocalSubject.accessKey(setup)),
                publicKey: SimulatorSecret(Pay2LocalSubject.publicKey(setup)),
                callbackURL: stage.callbackURL
            )
            configuration.signingKey = SimulatorSecret(setup.callbackKeys.first ?? "")
            configuration.signedFields = Pay2LocalWire.signedFields
            configuration.lateness = FarEndStage.lateness
            let simulator = try SimulatedPay2Local(
                configuration,
                timekeeper: stage.timekeeper,
                identifiers: IdentifierSource(SeededGenerator(seed: 1))
            )
            try await simulator.running {
                let baseURL = "http://127.0.0.1:\(try await simulator.port())"
                try await work(Pay2LocalFarEnd(baseURL: baseURL, simulator: simulator, stage: stage))
            }
        }
    }

    func answer(_ request: ProviderRequest) async throws -> ProviderResponse {
        try await stage.answer(request)
    }

    func settle(_ providerPaymentID: String, as claim: Claim) async throws {
        switch claim {
        case .succeeded: try await simulator.approve(providerPaymentID)
        case .rejected: try await simulator.reject(providerPaymentID)
        case .pending, .expired, .cancelled, .review, .failed: throw FarEndRefusal(claim: claim)
        }
    }

    func callbacks() async throws -> [Callback] {
        try await stage.callbacks(simulator.dueCallbackCount)
    }

    func arm(_ fault: FarEndFault) {
        simulator.faults.arm(fault.fault)
    }

    func advance(by duration: Duration) {
        stage.clock.advance(by: duration)
    }

    func paymentCount() async throws -> Int {
        await simulator.createdCount()
    }
}
