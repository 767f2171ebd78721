public import ProviderSimulation

/// How a simulated Pay2Local is set up.
public struct Pay2LocalSimulatorConfiguration: Sendable {
    /// The value of `X-Authorization-Access`, at least 16 bytes; it also signs callbacks, unless there is a
    /// ``signingKey``.
    public var accessKey: SimulatorSecret
    /// What callbacks are signed with in place of the access key, at least 16 bytes; no document says that it is another.
    public var signingKey: SimulatorSecret?
    /// The value of `X-Authorization-Public`.
    public var publicKey: SimulatorSecret
    /// Where callbacks go; none are sent when it is `nil`.
    public var callbackURL: String?
    /// The port on 127.0.0.1; 0 picks a free one.
    public var port = 0
    /// The number of the agent whom customers pay.
    public var agent: WalletNumber = "01700000002"
    /// Whether deposits are answered with `agent_number`, as for merchants who collect the payment themselves.
    public var answersAgentNumber = false
    /// Whether `bank_type` is required; without it a request is an all-in-one, where the customer chooses the wallet.
    public var requiresBankType = false
    /// Whether refusals come with HTTP 200 and only the body's `status` tells; no document says which it is.
    public var refusesWithHTTP200 = false
    /// Whether callbacks write `100.00` in place of `100`.
    public var writesTwoDecimals = false
    /// The fields that the body's `signature` covers; `@x-request-id` names the header.
    public var signedFields = ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"]
    /// What stands between the values of the signed fields.
    public var signedFieldSeparator = "|"
    /// The merchant's balance before anything is simulated.
    public var openingBalance = Taka(whole: 100_000)
    /// When an unacknowledged callback is sent again; no document says.
    public var retries = RetrySchedule.fiveAttempts
    /// How late a delayed callback leaves, and how long a reordered one waits for the next.
    public var lateness: Duration = .seconds(5)
    /// What happens to every new request by itself.
    public var settlement = AutomaticSettlement.none
    /// The faults that are armed at the start.
    public var faults: [Fault: FaultCount] = [:]

    /// Sets up a simulator.
    ///
    /// - Parameters:
    ///   - accessKey: the value of `X-Authorization-Access`, at least 16 bytes.
    ///   - publicKey: the value of `X-Authorization-Public`.
    ///   - callbackURL: where callbacks go.
    public init(accessKey: SimulatorSecret, publicKey: SimulatorSecret, callbackURL: String? = nil) {
        self.accessKey = accessKey
        self.publicKey = publicKey
        self.callbackURL = callbackURL
    }
}
