import HTTPTypes
import PaymentIntents
import Signatures
import Testing

/// Bytes that a provider sends, in the form that its pages document.
enum Wire {
    static let apiKey = "sk_test_canary0123456789abcdef"
    static let webhookSecret = "whsec_canary_0123456789abcdef"
    static let accessKey = "access_canary_0123456789abcdef"
    static let publicKey = "public_canary_0123456789abcdef"
    static let walletID = "b5012f33-207e-4999-bf8d-5a1ebb10988e"
    static let agentID = "236a4d5f-884a-4934-90af-04306146c328"

    /// An answer with a JSON body.
    static func answer(_ status: Int, _ body: String, _ headers: HTTPFields = [:]) -> ScriptedTransport.Step {
        .answer(ProviderResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    /// An error of SMS Pay.
    static func walletError(_ status: Int, _ headers: HTTPFields = [:]) -> ScriptedTransport.Step {
        answer(status, #"{"statusCode":\#(status),"message":"amount is wrong","error":"Error"}"#, headers)
    }

    /// An error of Pay2Local.
    static func agentError(_ status: Int, _ message: String = "Invalid Amount !") -> ScriptedTransport.Step {
        answer(status, #"{"message":"\#(message)","status":\#(status)}"#)
    }

    /// An intent of SMS Pay, as creation and query answer it.
    static func walletIntent(
        id: String = walletID,
        _ status: String = "PENDING",
        amount: String = "500",
        reference: String = "ORDER-1",
        checkoutURL: String = "https://pay.example.com/checkout/\(walletID)",
        expiresAt: String = "2026-05-05T10:05:00.000Z",
        createdAt: String = "2026-05-05T10:00:00.000Z"
    ) -> String {
        """
        {"id":"\(id)","merchantId":"merchant_abc","environment":"SANDBOX","amount":"\(amount)","currency":"BDT",\
        "status":"\(status)","customerReference":"\(reference)","receiverMsisdn":"01700000001",\
        "checkoutUrl":"\(checkoutURL)","expiresAt":"\(expiresAt)",\
        "createdAt":"\(createdAt)"}
        """
    }

    /// A deposit or a withdrawal as Pay2Local answers a creation.
    static func agentCreation(
        id: String = agentID,
        type: String = "Deposit",
        amount: String = "500",
        reference: String = "ORDER-1"
    ) -> String {
        """
        {"requested_amount":\(amount),"merchant_payment_id":"\(reference)","request_type":"\(type)",\
        "bank_type":"Bkash","service_type":"p2p_agent","currency":"BDT",\
        "redirect_url":"https://pay.example.com/deposit/\(id)","request_id":"\(id)","message":"Success","status":200}
        """
    }

    /// A payment as Pay2Local answers a query.
    static func agentStatus(
        _ status: String = "Approved",
        type: String = "Deposit",
        amount: String = "500",
        reference: String = "ORDER-1"
    ) -> String {
        """
        {"requested_amount":\(amount),"merchant_payment_id":"\(reference)","cust_phone":"01645484848",\
        "request_type":"\(type)","service_type":"p2p_agent","bank_type":"Bkash","currency":"BDT",\
        "request_status":"\(status)","notes":"n","status":200}
        """
    }

    /// A webhook of SMS Pay.
    static func walletEvent(
        _ event: String = "payment.paid",
        id: String = walletID,
        amount: String = #""500""#,
        currency: String = #""BDT""#,
        reference: String = "ORDER-1",
        environment: String = "SANDBOX",
        time: String = "2026-05-05T10:01:00.000Z"
    ) -> String {
        """
        {"event":"\(event)","environment":"\(environment)","timestamp":"\(time)","data":{"payment_intent_id":"\(id)",\
        "amount":\(amount),"currency":\(currency),"customer_reference":"\(reference)"}}
        """
    }

    /// A callback of Pay2Local.
    static func agentEvent(
        _ status: String = "Approved",
        type: String = "Deposit",
        amount: String = "500",
        reference: String = "ORDER-1",
        transaction: String = "T-1"
    ) -> String {
        """
        {"merchant_payment_id":"\(reference)","requested_amount":\(amount),"currency":"BDT","request_type":"\(type)",\
        "bank_type":"Nagad","request_status":"\(status)","transaction_id":"\(transaction)",\
        "service_type":"p2p_agent","timestamp":"2026-05-05T16:01:00.000+06:00"}
        """
    }

    /// Signs a body as SMS Pay does.
    static func walletCallback(_ body: String, secret: String = webhookSecret) throws -> Callback {
        try callback(body, header: "X-Signature", prefix: "sha256=", secret: secret)
    }

    /// Signs a body as Pay2Local does.
    static func agentCallback(_ body: String, secret: String = accessKey) throws -> Callback {
        try callback(body, header: "x-signature", prefix: "", secret: secret)
    }

    private static func callback(
        _ body: String,
        header: String,
        prefix: String,
        secret: String
    ) throws -> Callback {
        let bytes = Array(body.utf8)
        let code = try SigningKey(secret.utf8).code(for: bytes).hexadecimal
        return Callback(headers: [try #require(HTTPField.Name(header)): prefix + code], body: bytes)
    }
}
