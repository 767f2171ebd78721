import HTTPTypes
import PaymentContracts
import PaymentIntents

/// What Pay2Local sends. Pay2Local's pages ‘Deposit’, ‘Payment Status’, ‘Payment Callback’ and ‘Error Codes’.
enum Pay2LocalWire {
    /// Which signatures an account goes by.
    enum Signature {
        /// The header's over the raw body, and the body's own over the listed fields.
        case rawBodyAndFields
        /// The body's own alone.
        case fields
    }

    static let signedFields = ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"]

    static func messages(_ signature: Signature) throws -> ProviderWire {
        ProviderWire(
            creationReply: try creationAnswer(),
            queryReply: try statusAnswer(),
            callback: try callback(signature),
            signing: signing(signature),
            refusal: ProviderResponse(
                status: 403,
                headers: [.contentType: "application/json"],
                body: Array(#"{"message":"Invalid Amount","status":403}"#.utf8)
            ),
            creationRequest: creationRequest,
            errors: Pay2LocalErrors.all,
            balanceReply: try balanceAnswer(),
            redirect: ["redirect_url"]
        )
    }

    /// Pay2Local API, ‘Deposit’ and ‘Withdraw’. Which of the two it is, the address says.
    private static let creationRequest = CreationRequest(
        fields: [
            .amount: ["amount"], .currency: ["currency"], .reference: ["merchant_payment_id"],
            .method: ["bank_type"], .payee: ["cust_phone"], .successURL: ["redirect_url"],
        ],
        optional: [.method],
        amountForm: .text,
        methods: [.nagad: "Nagad", .bkash: "Bkash", .upay: "Upay", .rocket: "Rocket"]
    )

    private static func balanceAnswer() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(#"{"balance":20,"max_negative_balance":30,"unsettled_withdrawal_amount":20}"#),
            fields: [.amount: ["balance"]],
            required: [.amount]
        )
    }

    private static func creationAnswer() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"requested_amount":50,"merchant_payment_id":"100058130003","request_type":"Deposit",
                "bank_type":"Bkash","service_type":"p2p_agent","currency":"BDT",
                "redirect_url":"https://pay2bd.com/deposit/69caaa2e-b785-43d0-b632-b0aa5e46b722",
                "request_id":"236a4d5f-884a-4934-90af-04306146c328","message":"Success","status":200}
                """
            ),
            fields: [
                .providerPaymentID: ["request_id"], .reference: ["merchant_payment_id"],
                .amount: ["requested_amount"], .currency: ["currency"], .kind: ["request_type"],
                .phoneNumber: ["agent_number"], .receiver: ["agent_number"],
            ],
            required: [.providerPaymentID],
            kinds: kinds
        )
    }

    private static func statusAnswer() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"requested_amount":100,"merchant_payment_id":"Py67ZppPBNfr","cust_phone":"01645484848",
                "request_type":"Withdraw","service_type":"p2p_agent","bank_type":"Bkash","currency":"BDT",
                "request_status":"Approved","notes":"Payment request not yet initialized","status":200}
                """
            ),
            fields: [
                .reference: ["merchant_payment_id"], .amount: ["requested_amount"], .currency: ["currency"],
                .kind: ["request_type"], .status: ["request_status"], .phoneNumber: ["cust_phone"],
            ],
            required: [.reference, .amount, .currency, .status],
            claims: claims,
            kinds: kinds
        )
    }

    /// What is not signed says nothing, so it is not declared: the direction and the transaction.
    private static func callback(_ signature: Signature) throws -> WireMessage {
        var callback = try callback()
        if signature == .fields {
            callback.fields = callback.fields.filter { signedFields.contains($0.value[0]) }
            callback.required.formIntersection(callback.fields.keys)
        }
        return callback
    }

    private static func callback() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"merchant_payment_id":"10458558","requested_amount":100,"currency":"BDT","request_type":"Deposit",
                "bank_type":"Nagad","request_status":"Approved",
                "transaction_id":"236a4d5f-884a-4934-90af-04306146c328","service_type":"p2p_agent",
                "timestamp":"2024-05-21T15:50:32.024+06:00"}
                """
            ),
            fields: [
                .reference: ["merchant_payment_id"], .amount: ["requested_amount"], .currency: ["currency"],
                .kind: ["request_type"], .status: ["request_status"], .transactionID: ["transaction_id"],
                .statedTime: ["timestamp"],
            ],
            required: [.reference, .status, .kind],
            claims: ["Approved": .succeeded, "Rejected": .rejected],
            kinds: kinds,
            ignoresCase: true,
            takesEveryAmountForm: true
        )
    }

    private static let kinds: [PaymentKind: String] = [.deposit: "Deposit", .withdrawal: "Withdraw"]

    private static let claims: [String: Claim] = [
        "Approved": .succeeded, "Success": .succeeded, "Rejected": .rejected, "Pending": .pending,
        "Not Initialized": .pending,
    ]
}
