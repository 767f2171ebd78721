import PaymentContracts
import PaymentIntents

/// A far end around another one: what it does not say is that one's.
protocol WrappedFarEnd: FarEnd {
    var base: any FarEnd { get }
}

extension WrappedFarEnd {
    var baseURL: String { base.baseURL }
    var claims: Set<Claim> { base.claims }

    func answer(_ request: ProviderRequest) async throws -> ProviderResponse { try await base.answer(request) }

    func settle(_ providerPaymentID: String, as claim: Claim) async throws {
        try await base.settle(providerPaymentID, as: claim)
    }

    func callbacks() async throws -> [Callback] { try await base.callbacks() }

    func arm(_ fault: FarEndFault) async throws { try await base.arm(fault) }

    func advance(by duration: Duration) async throws { try await base.advance(by: duration) }

    func paymentCount() async throws -> Int { try await base.paymentCount() }
}
