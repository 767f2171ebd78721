import ProviderSimulation

/// The bodies of the interface's answers, members in the order of the documents' samples.
struct Pay2LocalAnswers: Sendable {
    let configuration: Pay2LocalSimulatorConfiguration
    let baseURL: String

    /// A created deposit; `redirect_url` is the hosted page.
    func deposit(_ request: SimulatedRequest) -> WireJSON {
        [
            "requested_amount": request.amount.json,
            "merchant_payment_id": .string(request.merchantPaymentID),
            "request_type": .string(request.kind.rawValue),
            "bank_type": .text(request.isAllInOne ? nil : request.wallet?.bankType),
            "service_type": .text(request.isAllInOne ? nil : request.serviceType.rawValue),
            "currency": "BDT",
            "redirect_url": .string(pageURL(request)),
            "request_id": .string(request.requestID),
            "agent_number": .text(configuration.answersAgentNumber ? configuration.agent.digits : nil),
            "message": "Success",
            "status": .integer(200),
        ]
    }

    /// A created withdrawal: a status URL, or the hosted page when the customer has still to choose.
    func withdrawal(_ request: SimulatedRequest) -> WireJSON {
        [
            "requested_amount": request.amount.json,
            "merchant_payment_id": .string(request.merchantPaymentID),
            "bank_type": .text(request.isAllInOne ? nil : request.wallet?.bankType),
            "request_type": .string(request.kind.rawValue),
            "check_status_api_url": .text(request.isAllInOne ? nil : statusURL(request)),
            "redirect_url": .text(request.isAllInOne ? pageURL(request) : nil),
            "request_id": .string(request.requestID),
            "currency": "BDT",
            "service_type": .text(request.isAllInOne ? nil : request.serviceType.rawValue),
            "message": "Success",
            "status": .integer(200),
        ]
    }

    /// Where a request stands; `notes` says "not yet initialized" even when approved, as the documents' sample does.
    func status(_ request: SimulatedRequest) -> WireJSON {
        [
            "requested_amount": request.amount.json,
            "merchant_payment_id": .string(request.merchantPaymentID),
            "cust_phone": .text(request.customer?.digits),
            "request_type": .string(request.kind.rawValue),
            "service_type": .string(request.serviceType.rawValue),
            "bank_type": .text(request.wallet?.bankType),
            "currency": "BDT",
            "request_status": .string(request.status.rawValue),
            "notes": .string(
                request.status == .rejected ? "Payment request rejected" : "Payment request not yet initialized"
            ),
            "message": "Success",
            "status": .integer(200),
        ]
    }

    private func pageURL(_ request: SimulatedRequest) -> String { baseURL + PayPage.path(request) }

    private func statusURL(_ request: SimulatedRequest) -> String {
        "\(baseURL)/api/v1/secure/checkout/status?request_id=\(request.requestID)&currency=BDT"
    }
}
