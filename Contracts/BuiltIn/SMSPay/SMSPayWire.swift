import HTTPTypes
import PaymentContracts
import PaymentIntents

/// What SMS Pay sends. SMS Pay API, first version, ‘Endpoints’, ‘Errors’ and ‘Webhooks’.
enum SMSPayWire {
    static func messages() throws -> ProviderWire {
        let intent = try intent()
        return ProviderWire(
            creationReply: intent,
            queryReply: intent,
            callback: try webhook(),
            signing: signing,
            refusal: ProviderResponse(
                status: 400,
                headers: [.contentType: "application/json"],
                body: Array(
                    #"{"statusCode":400,"message":"amount must be positive","error":"Bad Request"}"#.utf8
                )
            ),
            creationRequest: creationRequest,
            errors: SMSPayErrors.all,
            listReply: list,
            redirect: ["checkoutUrl"],
            challenge: try challenge()
        )
    }

    /// SMS Pay API, ‘Create intent’. The customer chooses the wallet, so none is named.
    private static let creationRequest = CreationRequest(
        fields: [
            .amount: ["amount"], .currency: ["currency"], .reference: ["customerReference"],
            .idempotencyKey: ["idempotencyKey"], .timeToLive: ["ttlSeconds"], .successURL: ["successUrl"],
            .failureURL: ["failedUrl"], .cancelURL: ["cancelUrl"], .expiredURL: ["expiredUrl"],
        ],
        optional: [.timeToLive, .successURL, .failureURL, .cancelURL, .expiredURL],
        amountForm: .number
    )

    /// `{ data: PaymentIntent[], total, page, limit }`. SMS Pay API, ‘Endpoints’.
    private static let list = ListReply { payments, page, hasMore in
        let limit = max(1, payments.count)
        let total = hasMore ? page * limit + 1 : (page - 1) * limit + payments.count
        return .object([
            .init("data", .array(payments)), .init("total", .number("\(total)")), .init("page", .number("\(page)")),
            .init("limit", .number("\(limit)")),
        ])
    }

    private static func intent() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"id":"b5012f33-207e-4999-bf8d-5a1ebb10988e","merchantId":"merchant_abc","environment":"SANDBOX",
                "amount":"500","currency":"BDT","status":"PENDING","customerReference":"ORDER-10045",
                "receiverMsisdn":"01700000001",
                "checkoutUrl":"https://pay.example.com/checkout/b5012f33-207e-4999-bf8d-5a1ebb10988e",
                "expiresAt":"2026-05-05T10:05:00.000Z","createdAt":"2026-05-05T10:00:00.000Z"}
                """
            ),
            fields: [
                .providerPaymentID: ["id"], .environment: ["environment"], .amount: ["amount"],
                .currency: ["currency"], .status: ["status"], .reference: ["customerReference"],
                .phoneNumber: ["receiverMsisdn"], .expiresAt: ["expiresAt"],
                .receiver: ["receiverMsisdn"], .typedReference: ["customerReference"],
            ],
            required: [.providerPaymentID, .environment, .amount, .currency, .status, .reference],
            claims: [
                "PENDING": .pending, "PAID": .succeeded, "EXPIRED": .expired, "REJECTED": .rejected,
                "FAILED": .failed, "REVIEW_REQUIRED": .review,
            ],
            environments: environments
        )
    }

    private static func webhook() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"event":"payment.paid","environment":"SANDBOX","timestamp":"2026-05-05T10:01:00.000Z",
                "data":{"payment_intent_id":"b5012f33-207e-4999-bf8d-5a1ebb10988e","amount":"500","currency":"BDT",
                "customer_reference":"ORDER-10045"}}
                """
            ),
            fields: [
                .status: ["event"], .environment: ["environment"], .providerPaymentID: ["data", "payment_intent_id"],
                .amount: ["data", "amount"], .currency: ["data", "currency"],
                .reference: ["data", "customer_reference"], .statedTime: ["timestamp"],
            ],
            required: [.status, .environment, .providerPaymentID],
            claims: [
                "payment.paid": .succeeded, "payment.expired": .expired, "payment.rejected": .rejected,
                "payment.review_required": .review,
            ],
            environments: environments,
            takesEveryAmountForm: true
        )
    }

    /// `webhook.endpoint_verification`. SMS Pay API, later version, ‘Webhook endpoints’.
    private static func challenge() throws -> ChallengeExchange {
        ChallengeExchange(
            sample: try MessageJSON(
                """
                {"event":"webhook.endpoint_verification","environment":"SANDBOX",
                "timestamp":"2026-05-05T10:00:00.000Z","challenge":"9c2f8d..."}
                """
            ),
            path: ["challenge"],
            answerPath: ["challenge"]
        )
    }

    private static let environments: [PaymentEnvironment: String] = [.sandbox: "SANDBOX", .live: "LIVE"]

    private static var signing: CallbackSigning {
        let signature = "X-Signature"
        return CallbackSigning(
            headers: [signature, "X-Webhook-Signature"].compactMap { HTTPField.Name($0) },
            coversWholeBody: true,
            unsignedHeaders: ["X-Webhook-Event", "X-Webhook-Timestamp"].compactMap { HTTPField.Name($0) }
        ) { body, key in
            var headers: HTTPFields = [.contentType: "application/json"]
            if let name = HTTPField.Name(signature) {
                headers[name] = "sha256=\(try HMACSHA256.hexadecimal(of: body, key: key))"
            }
            return Callback(headers: headers, body: body)
        }
    }
}
