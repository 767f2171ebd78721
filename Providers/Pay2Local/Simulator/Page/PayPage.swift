import ProviderSimulation

/// The hosted pages as HTML.
enum PayPage {
    /// Where the page of a request is.
    static func path(_ request: SimulatedRequest) -> String {
        "/\(request.kind.rawValue.lowercased())/\(request.requestID)"
    }

    /// The page of a request.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - agent: whom the customer pays.
    /// - Returns: the page.
    static func page(for request: SimulatedRequest, agent: WalletNumber) -> HostedPage {
        var facts: [HostedPage.Fact] = []
        switch request.kind {
        case .deposit: facts.append(("Pay to agent", agent.digits))
        case .withdrawal:
            if let customer = request.customer { facts.append(("Paid out to", customer.digits)) }
        }
        if !request.isAllInOne, let wallet = request.wallet { facts.append(("Wallet", wallet.rawValue)) }
        facts.append(("Reference", request.merchantPaymentID))
        return HostedPage(
            provider: "Pay2Local",
            title: request.kind == .deposit ? "Deposit" : "Withdrawal",
            amount: "BDT \(request.amount.digits)",
            state: state(of: request),
            facts: facts,
            content: content(for: request)
        )
    }

    /// The page for an id that nobody knows.
    static let notFound = HostedPage(
        provider: "Pay2Local",
        title: "Payment",
        amount: "404",
        state: PageState("This payment does not exist", .bad),
        facts: [],
        content: ""
    )

    private static func content(for request: SimulatedRequest) -> HTML {
        guard request.status == .pending else { return PageForm.link(to: request.returnURL) }
        let choice = request.isAllInOne ? [PageForm.choice(of: Wallet.allCases)] : []
        let verb = request.kind == .deposit ? "Pay" : "Pay out"
        return PageForm.form(
            choice + [
                PageForm.button(PayAction.approve.rawValue, "\(verb) BDT \(request.amount.digits)", .primary),
                PageForm.button(PayAction.reject.rawValue, "Reject"),
            ]
        )
    }

    private static func state(of request: SimulatedRequest) -> PageState {
        switch request.status {
        case .pending: PageState("Waiting for payment", .waiting)
        case .approved: PageState("Approved", .good)
        case .rejected: PageState("Rejected", .bad)
        }
    }
}
