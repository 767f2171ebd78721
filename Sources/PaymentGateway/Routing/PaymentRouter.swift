import PaymentIntents

/// Chooses the accounts that a payment may run through.
struct PaymentRouter: Sendable {
    let environment: PaymentEnvironment
    let accounts: [AccountName: ProviderAccount]
    let routes: [PaymentKind: [AccountName]]

    /// The accounts that can carry a payment, in the order in which they are tried.
    ///
    /// - Parameters:
    ///   - request: What the merchant asks for.
    ///   - order: The same as a provider would be asked.
    /// - Returns: At least one account.
    /// - Throws: ``GatewayError`` that names the field which stands in the way.
    func candidates(for request: PaymentRequest, _ order: PaymentOrder) throws(GatewayError) -> [ProviderAccount] {
        let names = request.account.map { [$0] } ?? routes[request.kind] ?? []
        var objection: ProviderError?
        var candidates: [ProviderAccount] = []
        for name in names {
            guard let account = accounts[name] else { continue }
            do {
                try check(order, with: account)
                candidates.append(account)
            } catch {
                objection = objection ?? error
            }
        }
        guard candidates.isEmpty else { return candidates }
        if let objection { throw GatewayError(objection) }
        if request.account != nil { throw GatewayError(.invalidRequest, "provider: no such account is enabled") }
        throw GatewayError(.unsupported, "kind: no enabled account is on the route of \(request.kind.rawValue)s")
    }

    /// Asks the account's declaration, then its adapter, which writes the request to see whether it can.
    private func check(_ order: PaymentOrder, with account: ProviderAccount) throws(ProviderError) {
        if let objection = account.adapter.capabilities.objection(to: order) { throw objection }
        _ = try account.adapter.request(for: .create(order))
    }
}
