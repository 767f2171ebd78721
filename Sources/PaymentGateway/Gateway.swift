public import CoreMetrics
import Foundation
public import Logging
public import PaymentIntents
import Synchronization
public import Tracing

/// The engine: creates payments, takes callbacks, asks providers, and tells the merchant.
///
/// It knows adapters, a store and a transport by their protocols only. Several gateways may work on one store, in one
/// process or in several: every decision is made inside a transaction of the store.
public final class Gateway: Sendable {
    /// Whether money is real.
    public let environment: PaymentEnvironment

    /// The accounts whose payments are looked after: those in use, and those that take no new payments any more.
    public let accounts: [AccountName: ProviderAccount]

    /// Where payments are kept.
    public let store: any PaymentStore

    let router: PaymentRouter
    let transport: any ProviderTransport
    package let clock: any GatewayClock
    let random: RandomSource
    let logger: Logger
    let breakers: [AccountName: CircuitBreaker]
    let restPeriods: [AccountName: RestPeriod]
    let callbackWriter: CallbackWriter
    private let storeProbe: StoreProbe
    let metrics: GatewayMetrics
    let spans: Spans

    /// When the background work was last seen at it.
    private let heartbeat = Mutex<Date?>(nil)

    /// How long one call to a provider may take.
    static let callTimeout = Duration.seconds(30)

    /// How long somebody may hold a payment or a notification before another one may take it.
    static let lease: TimeInterval = 60

    /// Puts a gateway together.
    ///
    /// - Parameters:
    ///   - environment: Whether money is real.
    ///   - accounts: The accounts in use.
    ///   - retired: Accounts that take no new payments. Their callbacks are taken, and their providers are asked about the
    ///     payments that run through them already.
    ///   - routes: The accounts that are tried for a payment of each kind, in this order.
    ///   - store: Where payments are kept.
    ///   - transport: Carries requests to providers.
    ///   - clock: The time.
    ///   - random: Random bits.
    ///   - logger: Takes one line an event.
    ///   - metrics: Takes a count of every decision.
    ///   - tracer: Takes spans around callbacks and calls to providers.
    public init(
        environment: PaymentEnvironment,
        accounts: [ProviderAccount],
        retired: [ProviderAccount] = [],
        routes: [PaymentKind: [AccountName]],
        store: any PaymentStore,
        transport: any ProviderTransport,
        clock: any GatewayClock = SystemClock(),
        random: RandomSource = .system,
        logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory,
        tracer: any Tracer = InstrumentationSystem.tracer
    ) {
        self.environment = environment
        let inUse = Dictionary(accounts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.accounts = inUse.merging(retired.map { ($0.name, $0) }) { first, _ in first }
        self.store = store
        self.router = PaymentRouter(environment: environment, accounts: inUse, routes: routes)
        self.transport = transport
        self.clock = clock
        self.random = random
        self.logger = logger
        self.breakers = self.accounts.mapValues { _ in CircuitBreaker() }
        self.restPeriods = self.accounts.mapValues { _ in RestPeriod() }
        self.callbackWriter = CallbackWriter(store: store)
        self.storeProbe = StoreProbe(store)
        self.metrics = GatewayMetrics(metrics, accounts: self.accounts.keys)
        self.spans = Spans(tracer)
    }
}

extension Gateway {
    /// One payment.
    ///
    /// - Parameter id: The payment.
    /// - Returns: The payment.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/notFound``, ``GatewayError/Code/storeUnavailable``.
    public func payment(_ id: PaymentID) async throws(GatewayError) -> Payment {
        guard let payment = try await stored({ () throws(StoreError) in try await self.store.payment(id) }) else {
            throw GatewayError(.notFound, "there is no payment \(id)")
        }
        return payment
    }

    /// Payments, newest first, paged by key.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: One page.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/invalidRequest``, ``GatewayError/Code/storeUnavailable``.
    public func payments(matching filter: PaymentFilter) async throws(GatewayError) -> [Payment] {
        guard (1...1000).contains(filter.limit) else {
            throw GatewayError(.invalidRequest, "limit: must be 1 to 1000")
        }
        return try await stored { () throws(StoreError) in try await self.store.payments(matching: filter) }
    }

    /// Everything that was ever said about a payment, oldest first.
    ///
    /// - Parameter id: The payment.
    /// - Returns: The lines.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/notFound``, ``GatewayError/Code/storeUnavailable``.
    public func history(of id: PaymentID) async throws(GatewayError) -> [HistoryEntry] {
        _ = try await payment(id)
        return try await stored { () throws(StoreError) in try await self.store.history(of: id) }
    }

    /// Says that the background work is being done.
    func beat() {
        let now = clock.now
        heartbeat.withLock { $0 = now }
    }

    /// Whether callbacks can be committed and the background work is being done.
    public func isReady() async -> Bool {
        // One round may take as long as a lease, when every provider is slow.
        guard let beat = heartbeat.withLock({ $0 }), clock.now.timeIntervalSince(beat) < 2 * Self.lease else {
            return false
        }
        return await storeProbe.isUsable()
    }

    /// Writes an operator's decision on a payment in review or in conflict.
    ///
    /// - Parameters:
    ///   - id: The payment.
    ///   - resolution: The decision.
    ///   - note: Why: one line of 1 to 1000 bytes.
    /// - Returns: The payment afterwards.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/invalidRequest`` for a payment in any other status or a note that
    ///   is none, ``GatewayError/Code/notFound``, ``GatewayError/Code/storeUnavailable``.
    public func resolve(
        _ id: PaymentID,
        as resolution: Resolution,
        note: String
    ) async throws(GatewayError) -> Payment {
        guard (1...1000).contains(note.utf8.count), note.isOneLine else {
            throw GatewayError(.invalidRequest, "note: must be one line of 1 to 1000 bytes without control characters")
        }
        let now = clock.now
        let outcome = try await modify(id) { $0.resolving(as: resolution, note: note, at: now) }
        guard outcome.isChanged else {
            let status = outcome.payment.status.rawValue
            throw GatewayError(.invalidRequest, "\(id) is \(status): neither in review nor in conflict")
        }
        metrics.count(resolution, at: outcome.payment.account)
        return outcome.payment
    }

    /// Changes a payment that is known to exist.
    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(GatewayError) -> ModifyOutcome {
        let outcome = try await stored { () throws(StoreError) in try await self.store.modify(id, change) }
        guard let outcome else { throw GatewayError(.notFound, "there is no payment \(id)") }
        return outcome
    }

    /// Calls the store, and turns its error into ours.
    func stored<Value>(_ call: () async throws(StoreError) -> Value) async throws(GatewayError) -> Value {
        do throws(StoreError) {
            return try await call()
        } catch {
            throw GatewayError(error)
        }
    }
}

extension String {
    /// Whether nothing in it would be escaped in a log but backslashes.
    fileprivate var isOneLine: Bool {
        let text = filter { $0 != "\\" }
        return text.escapedForLog.utf8.elementsEqual(text.utf8)
    }
}
