import HTTPTypes
import PaymentContracts
import PaymentIntents

/// What PoishaPay sends, word for word from its document.
enum PoishaPayWire {
    static func messages() throws -> ProviderWire {
        let payment = try payment()
        return ProviderWire(
            creationReply: payment,
            queryReply: payment,
            callback: try callback(),
            signing: signing,
            refusal: error(422, #"{"error":{"code":"invalid","field":"amount"}}"#),
            creationRequest: creation,
            errors: errors,
            listReply: ListReply { payments, _, hasMore in
                .object([.init("payments", .array(payments)), .init("more", .boolean(hasMore))])
            },
            redirect: ["pay_url"]
        )
    }

    /// ‘Payments’, the table of fields.
    private static var creation: CreationRequest {
        CreationRequest(
            fields: [
                .kind: ["direction"], .amount: ["amount"], .currency: ["currency"], .reference: ["reference"],
                .method: ["method"], .payee: ["payee"], .timeToLive: ["expires_in"],
                .successURL: ["return_urls", "paid"], .failureURL: ["return_urls", "declined"],
                .cancelURL: ["return_urls", "cancelled"], .expiredURL: ["return_urls", "lapsed"],
            ],
            optional: [.method, .timeToLive, .successURL, .failureURL, .cancelURL, .expiredURL],
            amountUnit: .minor,
            kinds: kinds,
            methods: [.bkash: "bkash", .nagad: "nagad", .rocket: "rocket"]
        )
    }

    /// ‘Errors’.
    private static var errors: [DocumentedError] {
        [
            DocumentedError(
                error(401, #"{"error":{"code":"unauthorized"}}"#),
                to: [.create, .query, .list],
                means: .credentialsRefused
            ),
            DocumentedError(error(404, #"{"error":{"code":"not_found"}}"#), to: [.query], means: .notFound),
            DocumentedError(error(409, #"{"error":{"code":"key_reused"}}"#), to: [.create], means: .keyConflict),
            DocumentedError(
                error(429, #"{"error":{"code":"slow_down"}}"#),
                to: [.create, .query, .list],
                means: .rateLimited
            ),
        ]
    }

    private static func error(_ status: Int, _ body: String) -> ProviderResponse {
        ProviderResponse(status: status, headers: [.contentType: "application/json"], body: Array(body.utf8))
    }

    /// ‘Payments’.
    private static func payment() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"id":"pp_7Qm2xK","mode":"test","direction":"in","amount":50000,"currency":"BDT",
                "reference":"ORDER-10045","method":"bkash","status":"waiting",
                "pay_url":"https://pay.poishapay.example/pp_7Qm2xK","expires_at":"2026-05-05T10:16:00Z",
                "created_at":"2026-05-05T10:01:00Z"}
                """
            ),
            fields: [
                .providerPaymentID: ["id"], .environment: ["mode"], .kind: ["direction"], .amount: ["amount"],
                .currency: ["currency"], .reference: ["reference"], .status: ["status"], .expiresAt: ["expires_at"],
            ],
            required: [.providerPaymentID, .environment, .kind, .amount, .currency, .reference, .status],
            claims: claims,
            kinds: kinds,
            environments: environments,
            amountUnit: .minor
        )
    }

    /// ‘Callbacks’.
    private static func callback() throws -> WireMessage {
        WireMessage(
            sample: try MessageJSON(
                """
                {"type":"payment.changed","mode":"test","occurred_at":"2026-05-05T10:02:00Z",
                "payment":{"id":"pp_7Qm2xK","direction":"in","amount":50000,"currency":"BDT",
                "reference":"ORDER-10045","status":"paid","transaction":"8N7A6D5C"}}
                """
            ),
            fields: [
                .environment: ["mode"], .providerPaymentID: ["payment", "id"], .kind: ["payment", "direction"],
                .amount: ["payment", "amount"], .currency: ["payment", "currency"],
                .reference: ["payment", "reference"], .status: ["payment", "status"],
                .transactionID: ["payment", "transaction"], .statedTime: ["occurred_at"],
            ],
            required: [.environment, .providerPaymentID, .kind, .status],
            claims: claims,
            kinds: kinds,
            environments: environments,
            amountUnit: .minor
        )
    }

    private static let claims: [String: Claim] = [
        "waiting": .pending, "paid": .succeeded, "declined": .rejected, "cancelled": .cancelled, "lapsed": .expired,
        "broken": .failed, "held": .review,
    ]

    private static let kinds: [PaymentKind: String] = [.deposit: "in", .withdrawal: "out"]

    private static let environments: [PaymentEnvironment: String] = [.sandbox: "test", .live: "live"]

    private static var signing: CallbackSigning {
        CallbackSigning(
            headers: ["PoishaPay-Signature"].compactMap { HTTPField.Name($0) },
            coversWholeBody: true,
            unsignedHeaders: ["PoishaPay-Delivery"].compactMap { HTTPField.Name($0) },
            signedHeaders: ["PoishaPay-Timestamp"].compactMap { HTTPField.Name($0) }
        ) { body, key in
            try signed(body, key, at: 1_777_975_320)
        }
    }

    /// A callback as PoishaPay sends it.
    ///
    /// - Parameters:
    ///   - body: The body.
    ///   - key: The callback secret.
    ///   - time: The time of sending, in seconds since 1970.
    /// - Returns: The callback.
    /// - Throws: When the key is too short.
    static func signed(_ body: [UInt8], _ key: String, at time: Int64) throws -> Callback {
        let signature = try HMACSHA256.hexadecimal(of: Array("\(time).".utf8) + body, key: key)
        var headers: HTTPFields = [.contentType: "application/json"]
        let fields = [
            "PoishaPay-Timestamp": String(time), "PoishaPay-Signature": signature, "PoishaPay-Delivery": "1",
        ]
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Callback(headers: headers, body: body)
    }
}
