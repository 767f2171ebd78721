import HTTPTypes
import Hummingbird
import ProviderSimulation

/// The routes of the interface and of the hosted page.
struct SMSPayRoutes: Sendable {
    private static let intentsPath = "/v1/payments/intents"

    let simulator: SimulatedSMSPay

    private var configuration: SMSPaySimulatorConfiguration { simulator.configuration }

    /// The router: faults outermost, then the journal, then the documented error shape.
    func router() -> Router<SimulationContext> {
        let router = Router(context: SimulationContext.self)
        router.add(middleware: SilenceMiddleware(faults: simulator.faults, creationPaths: [Self.intentsPath]))
        router.add(
            middleware: RequestJournalMiddleware(
                journal: simulator.requests,
                credentials: Set([SMSPayAuthentication.header].compactMap { $0 }),
                timekeeper: simulator.timekeeper
            )
        )
        router.add(middleware: SMSPayErrorMiddleware(form: configuration.messageForm))
        let form = configuration.messageForm
        let interface = router.group("v1")
            .add(middleware: SMSPayAuthentication(apiKey: configuration.apiKey))
            .add(
                middleware: RefusalMiddleware(
                    faults: simulator.faults,
                    rateLimited: { SMSPayRefusal.rateLimited.response(form) },
                    serverError: { SMSPayRefusal.serverError.response(form) }
                )
            )
        interface.post("payments/intents") { try await create($0, $1) }
        interface.get("payments/intents") { try await list($0, $1) }
        interface.get("payments/intents/:id") { try await read($0, $1) }
        if configuration.environment == .sandbox {
            interface.post("sandbox/sms-events/simulate") { try await simulate($0, $1) }
        }
        CheckoutRoutes(simulator: simulator).add(to: router)
        return router
    }

    private func create(_ request: Request, _ context: SimulationContext) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let asked = try CreateIntentRequest(body: Array(body.readableBytesView), configuration: configuration)
        let (intent, isNew) = try await simulator.ledger.create(asked, baseURL: simulator.baseURL())
        if isNew { simulator.schedule(intent) }
        return .json(json(intent), status: .created)
    }

    private func read(_ request: Request, _ context: SimulationContext) async throws -> Response {
        guard let id = context.parameters.get("id"), let intent = await simulator.ledger.intent(id) else {
            throw SMSPayRefusal.notFound
        }
        return .json(json(intent))
    }

    private func list(_ request: Request, _ context: SimulationContext) async throws -> Response {
        let query = try IntentListQuery(request.uri.queryParameters)
        let matching = await simulator.ledger.all.reversed().filter { query.status == nil || $0.status == query.status }
        let page = matching.dropFirst((query.page - 1) * query.limit).prefix(query.limit)
        return .json([
            "data": .array(page.map(json)),
            "total": .integer(matching.count),
            "page": .integer(query.page),
            "limit": .integer(query.limit),
        ])
    }

    private func simulate(_ request: Request, _ context: SimulationContext) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let message = try SMSEvent(body: Array(body.readableBytesView))
        let match = try await simulator.ledger.match(message)
        return .json(
            [
                "id": .string("sms_" + simulator.identifiers.uuid()),
                "status": .string(match == .matched ? "MATCHED" : "MATCH_PENDING"),
                "matchStatus": .string(match.rawValue),
                "paymentIntentId": .string(message.intentID),
                "parsedTxnId": .string(message.transactionID),
                "parsedAmount": .string(String(message.amount)),
            ],
            status: .created
        )
    }

    private func json(_ intent: SimulatedIntent) -> WireJSON {
        intent.json(merchantID: configuration.merchantID, environment: configuration.environment)
    }
}
