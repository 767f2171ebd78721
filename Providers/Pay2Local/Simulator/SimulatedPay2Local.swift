public import Logging
public import ProviderSimulation
public import ServiceLifecycle

/// A simulated Pay2Local: an HTTP server on loopback that behaves as the provider's documents say.
///
/// It answers the interface under `/api/v1`, shows the hosted pages, and sends callbacks signed twice: `x-signature`
/// covers the body's bytes, the body's `signature` the configured fields, both with the access key unless another key is
/// configured. The methods in `SimulatedPay2Local+Control.swift` play the customer and the agent.
///
/// Where the documents are silent: a second creation with the same `merchant_payment_id` creates a second request;
/// refusals have their `status` as HTTP code too; `x-request-id` is the request's id, as in the documents' sample;
/// unacknowledged callbacks are sent up to five times; the merchant's `redirect_url` gets no parameters.
public struct SimulatedPay2Local: Service {
    /// The faults that are armed.
    public let faults: FaultPlan
    /// Every request that was received, the hosted pages' included.
    public let requests = Journal<ReceivedRequest>()
    /// Every attempt to deliver a callback.
    public let deliveries: Journal<Delivery>

    let configuration: Pay2LocalSimulatorConfiguration
    let ledger: Pay2LocalLedger
    let dispatcher: CallbackDispatcher
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
    /// - Throws: when the key that callbacks are signed with is too short.
    public init(
        _ configuration: Pay2LocalSimulatorConfiguration,
        timekeeper: Timekeeper = Timekeeper(),
        identifiers: IdentifierSource = IdentifierSource(),
        logger: Logger = Logger(label: "pay2local-simulator") { _ in SwiftLogNoOpLogHandler() },
        onCallback: (@Sendable (OutgoingCallback) -> Void)? = nil,
        onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        let signer = try CallbackSigner(configuration.signingKey ?? configuration.accessKey)
        let faults = FaultPlan(configuration.faults)
        let deliveries = Journal<Delivery>()
        let sender = CallbackSender(
            url: configuration.callbackURL,
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
        self.configuration = configuration
        self.faults = faults
        self.deliveries = deliveries
        self.dispatcher = dispatcher
        self.timekeeper = timekeeper
        self.logger = logger
        self.onServerRunning = onServerRunning
        ledger = Pay2LocalLedger(
            openingBalance: configuration.openingBalance,
            callbacks: Pay2LocalCallbacks(
                configuration: configuration,
                signer: signer,
                dispatcher: dispatcher,
                faults: faults,
                timekeeper: timekeeper,
                logger: logger
            ),
            identifiers: identifiers,
            timekeeper: timekeeper
        )
    }

    /// Serves until graceful shutdown or cancellation.
    ///
    /// - Throws: when the port cannot be bound.
    public func run() async throws {
        let server = SimulationServer(
            router: Pay2LocalRoutes(simulator: self).router(),
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
        return InProcessServer(router: Pay2LocalRoutes(simulator: self).router())
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

    /// What all URLs of the interface begin with; waits until the server listens.
    ///
    /// - Returns: `http://127.0.0.1:PORT/api/v1`.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func baseURL() async throws -> String {
        "http://127.0.0.1:\(try await port())/api/v1"
    }
}
