public import Logging
public import ProviderSimulation
public import ServiceLifecycle

/// A simulated SMS Pay: an HTTP server on loopback that behaves as the provider's documents say.
///
/// It answers the REST interface under `/v1`, shows the hosted checkout, and sends signed webhooks. The methods in
/// `SimulatedSMSPay+Control.swift` play the customer, the wallet and the operator.
///
/// Where the documents are silent: a repeated creation with the same key and body is answered `201` with the intent
/// in its present state; lists are newest first; a customer's cancelling changes no status; what comes from a control
/// method is sent in the order of the calls.
public struct SimulatedSMSPay: Service {
    /// The faults that are armed.
    public let faults: FaultPlan
    /// Every request that was received, the hosted page's included.
    public let requests = Journal<ReceivedRequest>()
    /// Every attempt to deliver a webhook.
    public let deliveries: Journal<Delivery>

    let configuration: SMSPaySimulatorConfiguration
    let ledger: SMSPayLedger
    let webhooks: SMSPayWebhooks
    let sender: CallbackSender
    let identifiers: IdentifierSource
    let timekeeper: Timekeeper
    let work = BackgroundWork()
    private let transport = HTTPCallbackTransport()
    private let boundPort = Promise<Int>()
    private let logger: Logger
    private let onServerRunning: @Sendable (Int) async -> Void

    /// Makes a simulator; it starts with ``run()``.
    ///
    /// - Parameters:
    ///   - configuration: keys, URLs and options.
    ///   - timekeeper: what time it is.
    ///   - identifiers: where ids come from.
    ///   - logger: where the server logs; by default nowhere.
    ///   - onCallback: takes every callback in place of the merchant's URL.
    ///   - onServerRunning: called with the port once the server listens.
    /// - Throws: when the webhook secret is too short.
    public init(
        _ configuration: SMSPaySimulatorConfiguration,
        timekeeper: Timekeeper = Timekeeper(),
        identifiers: IdentifierSource = IdentifierSource(),
        logger: Logger = Logger(label: "smspay-simulator") { _ in SwiftLogNoOpLogHandler() },
        onCallback: (@Sendable (OutgoingCallback) -> Void)? = nil,
        onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        let signer = try CallbackSigner(configuration.webhookSecret)
        let faults = FaultPlan(configuration.faults)
        let deliveries = Journal<Delivery>()
        let sender = CallbackSender(
            url: configuration.webhookURL,
            transport: transport,
            schedule: configuration.retries,
            timekeeper: timekeeper,
            journal: deliveries
        )
        let dispatcher = CallbackDispatcher(
            sender: sender,
            faults: faults,
            work: work,
            timekeeper: timekeeper,
            lateness: configuration.lateness,
            outlet: onCallback
        )
        let webhooks = SMSPayWebhooks(
            configuration: configuration,
            signer: signer,
            dispatcher: dispatcher,
            faults: faults,
            identifiers: identifiers,
            timekeeper: timekeeper,
            logger: logger
        )
        self.configuration = configuration
        self.faults = faults
        self.deliveries = deliveries
        self.sender = sender
        self.webhooks = webhooks
        self.identifiers = identifiers
        self.timekeeper = timekeeper
        self.logger = logger
        self.onServerRunning = onServerRunning
        ledger = SMSPayLedger(
            configuration: configuration,
            webhooks: webhooks,
            identifiers: identifiers,
            timekeeper: timekeeper
        )
    }

    /// Serves until graceful shutdown or cancellation.
    ///
    /// - Throws: when the port cannot be bound.
    public func run() async throws {
        let server = SimulationServer(
            router: SMSPayRoutes(simulator: self).router(),
            requestedPort: configuration.port,
            companions: [transport, work],
            port: boundPort,
            logger: logger,
            onServerRunning: onServerRunning
        )
        try await server.run()
    }

    /// Answers requests without a socket, in place of ``run()``. Nothing happens by itself then: no callback leaves but
    /// to `onCallback`, and what depends on time is noticed when somebody asks.
    ///
    /// - Returns: the server.
    public func inProcess() -> InProcessServer {
        boundPort.fulfil(configuration.port)
        return InProcessServer(router: SMSPayRoutes(simulator: self).router())
    }

    /// Drops what would happen by itself and waits for ``run()``: what was only asked in process stays in memory until then.
    public func endInProcess() async {
        await work.drop()
    }

    /// The port; waits until the server listens.
    ///
    /// - Returns: the port on 127.0.0.1.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func port() async throws -> Int {
        try await boundPort.value()
    }

    /// What all URLs begin with; waits until the server listens.
    ///
    /// - Returns: `http://127.0.0.1:PORT`, to which the interface adds `/v1/…`.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func baseURL() async throws -> String {
        "http://127.0.0.1:\(try await port())"
    }
}
