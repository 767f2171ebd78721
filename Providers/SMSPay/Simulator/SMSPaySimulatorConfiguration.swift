public import ProviderSimulation

/// How a simulated SMS Pay is set up; the defaults are the contract's oldest, documented form.
public struct SMSPaySimulatorConfiguration: Sendable {
    /// How a `400` prints what is wrong.
    public enum MessageForm: Sendable, Hashable {
        /// One string: the first thing that is wrong.
        case text
        /// A list of strings: everything that is wrong.
        case list
    }

    /// The key that callers must send; `sk_live_…` makes the environment `LIVE`, anything else `SANDBOX`.
    public var apiKey: SimulatorSecret
    /// What webhooks are signed with, at least 16 bytes.
    public var webhookSecret: SimulatorSecret
    /// Where webhooks go; none are sent when it is `nil`.
    public var webhookURL: String?
    /// The port on 127.0.0.1; 0 picks a free one.
    public var port = 0
    /// The merchant's id in answers.
    public var merchantID = "merchant_simulated"
    /// The merchant's name on the hosted page.
    public var merchantName = "Simulated Shop"
    /// The wallet that customers pay to.
    public var receiver: WalletNumber = "01700000001"
    /// How long a payment may take when the request does not say.
    public var timeToLive: Duration = .seconds(300)
    /// The shortest `ttlSeconds` that is accepted; newer documents say 60.
    public var minimumTimeToLive: Duration = .seconds(1)
    /// The longest `customerReference` that is accepted; newer documents say 16 characters.
    public var customerReferenceLimit: Int?
    /// The headers that carry a webhook's signature.
    public var signatureHeaders: [SMSPaySignatureHeader] = [.xSignature]
    /// Whether webhooks also carry the newer `X-Webhook-Id`, `-Event`, `-Timestamp` and `-Idempotency-Key`.
    public var sendsWebhookMetadata = false
    /// How validation errors are printed.
    public var messageForm = MessageForm.text
    /// When an unacknowledged webhook is sent again.
    public var retries = RetrySchedule.fiveAttempts
    /// How late a delayed webhook leaves, and how long a reordered one waits for the next.
    public var lateness: Duration = .seconds(5)
    /// What happens to every new payment by itself.
    public var settlement = AutomaticSettlement.none
    /// The faults that are armed at the start.
    public var faults: [Fault: FaultCount] = [:]

    /// Sets up a simulator.
    ///
    /// - Parameters:
    ///   - apiKey: the key that callers must send.
    ///   - webhookSecret: what webhooks are signed with, at least 16 bytes.
    ///   - webhookURL: where webhooks go.
    public init(apiKey: SimulatorSecret, webhookSecret: SimulatorSecret, webhookURL: String? = nil) {
        self.apiKey = apiKey
        self.webhookSecret = webhookSecret
        self.webhookURL = webhookURL
    }

    /// The environment that the key belongs to.
    public var environment: SMSPayEnvironment { apiKey.value.hasPrefix("sk_live_") ? .live : .sandbox }
}
