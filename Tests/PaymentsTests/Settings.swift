/// The merchant's configuration file, and the secrets in it.
struct Settings {
    static let apiKey = "sk_test_canary_0123456789"
    static let webhookSecret = "whsec_canary_0123456789"
    static let accessKey = "access_canary_0123456789"
    static let publicKey = "public_canary_0123456789"

    /// Everything that must not be seen anywhere.
    static let secrets = [apiKey, webhookSecret, accessKey, publicKey]

    /// Port 1 is where nobody answers.
    var smsPayPort = 1
    var pay2LocalPort = 1
    var port = 0
    var deposit = "wallets, agents"

    var yaml: String {
        """
        environment: sandbox
        server: { host: 127.0.0.1, port: \(port) }
        providers:
          enabled: [wallets, agents]
          wallets:
            adapter: smspay
            baseURL: http://127.0.0.1:\(smsPayPort)
            apiKey: \(Self.apiKey)
            webhookSecrets: [\(Self.webhookSecret)]
          agents:
            adapter: pay2local
            baseURL: http://127.0.0.1:\(pay2LocalPort)/api/v1
            accessKey: \(Self.accessKey)
            publicKey: \(Self.publicKey)
            returnURL: https://shop.example/back
            serviceType: p2p_agent
            headerSignature: rawBody
            bodySignature: fields
            signedFields: [merchant_payment_id, requested_amount, currency, request_status, timestamp]
            signedFormat: values
            signedFieldSeparator: "|"
        routes:
          deposit: [\(deposit)]
          withdrawal: [agents]

        """
    }
}
