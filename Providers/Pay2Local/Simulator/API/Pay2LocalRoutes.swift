import HTTPTypes
import Hummingbird
import ProviderSimulation

/// The routes of the interface under `/api/v1`, each also under its `sandbox_` name, and of the hosted pages.
struct Pay2LocalRoutes: Sendable {
    private static let root = "api/v1"
    private static let depositPaths = ["payment/deposits", "payment/sandbox_deposits"]
    private static let withdrawalPaths = ["secure/checkout/withdraw", "secure/checkout/sandbox_withdraw"]
    private static let statusPaths = ["secure/checkout/status", "secure/checkout/sandbox_status"]

    let simulator: SimulatedPay2Local

    private var configuration: Pay2LocalSimulatorConfiguration { simulator.configuration }

    /// The router: faults outermost, then the journal, then the documented error shape.
    func router() -> Router<SimulationContext> {
        let router = Router(context: SimulationContext.self)
        let creationPaths = (Self.depositPaths + Self.withdrawalPaths).map { "/\(Self.root)/\($0)" }
        router.add(middleware: SilenceMiddleware(faults: simulator.faults, creationPaths: Set(creationPaths)))
        let credentials = [Pay2LocalAuthentication.accessHeader, Pay2LocalAuthentication.publicHeader]
        router.add(
            middleware: RequestJournalMiddleware(
                journal: simulator.requests,
                credentials: Set(credentials.compactMap { $0 }),
                timekeeper: simulator.timekeeper
            )
        )
        router.add(middleware: Pay2LocalErrorMiddleware(withHTTP200: configuration.refusesWithHTTP200))
        let interface = router.group(RouterPath(Self.root))
            .add(
                middleware: Pay2LocalAuthentication(
                    accessKey: configuration.accessKey,
                    publicKey: configuration.publicKey
                )
            )
            .add(
                middleware: RefusalMiddleware(
                    faults: simulator.faults,
                    rateLimited: { Pay2LocalRefusal.rateLimited.response() },
                    serverError: { Pay2LocalRefusal.serverError.response() }
                )
            )
        for path in Self.depositPaths {
            interface.post(RouterPath(path)) { try await create(.deposit, $0, $1) }
        }
        for path in Self.withdrawalPaths {
            interface.post(RouterPath(path)) { try await create(.withdrawal, $0, $1) }
        }
        for path in Self.statusPaths {
            interface.get(RouterPath(path)) { try await status($0, $1) }
        }
        interface.get("secure/payment_requests/get_balance_details") { try await balance($0, $1) }
        PayRoutes(simulator: simulator).add(to: router)
        return router
    }

    private func create(
        _ kind: SimulatedRequestKind,
        _ request: Request,
        _ context: SimulationContext
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let asked = try CreateRequest(
            kind: kind,
            body: Array(body.readableBytesView),
            requiresBankType: configuration.requiresBankType
        )
        let answers = try await answers()
        let created = await simulator.ledger.create(asked)
        simulator.schedule(created)
        return .json(kind == .deposit ? answers.deposit(created) : answers.withdrawal(created))
    }

    private func status(_ request: Request, _ context: SimulationContext) async throws -> Response {
        let parameters = request.uri.queryParameters
        guard parameters["currency"] == nil || parameters["currency"] == "BDT" else {
            throw Pay2LocalRefusal.invalidCurrency
        }
        guard let id = parameters["request_id"], let known = await simulator.ledger.request(String(id)) else {
            throw Pay2LocalRefusal.invalidRequestID
        }
        return .json(try await answers().status(known))
    }

    private func balance(_ request: Request, _ context: SimulationContext) async throws -> Response {
        let balance = await simulator.ledger.balance
        return .json([
            "balance": balance.settled.json,
            "max_negative_balance": .integer(0),
            "unsettled_withdrawal_amount": balance.unsettledWithdrawals.json,
        ])
    }

    private func answers() async throws -> Pay2LocalAnswers {
        Pay2LocalAnswers(configuration: configuration, baseURL: "http://127.0.0.1:\(try await simulator.port())")
    }
}
