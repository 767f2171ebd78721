import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PaymentGateway
import PaymentIntents
import PaymentServer

/// `PaymentServer` as `payments serve` runs it, without background work.
func serve(store place: String) async throws {
    GatewayServer.keepFreedMemory()
    let accounts = try Accounts()
    let gateway = Gateway(
        environment: .sandbox,
        accounts: [accounts.wallets, accounts.agents],
        routes: [.deposit: [accounts.wallets.name, accounts.agents.name]],
        store: try await openStore(place),
        transport: NoTransport(),
        logger: quietLogger
    )
    try await GatewayServer(
        gateway: gateway,
        host: "127.0.0.1",
        port: 0,
        logger: quietLogger,
        onReady: { announce($0) }
    )
    .run()
}

/// What Hummingbird does by itself: a route that reads the body and answers what a provider would read.
func serveBareRoute() async throws {
    let router = Router()
    router.post("callbacks/:account") { request, _ in
        let body = try await request.body.collect(upTo: 64 * 1024)
        guard body.readableBytes > 0 else { return Response(status: .badRequest) }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"received":true}"#))
        )
    }
    let application = Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { announce($0.localAddress?.port ?? 0) },
        logger: quietLogger
    )
    try await application.run()
}

/// How many payments of a store have succeeded.
func succeeded(in place: String) async throws -> Int {
    let store = try await openStore(place)
    var count = 0
    var last: PaymentID?
    while true {
        let page = try await store.payments(
            matching: PaymentFilter(status: .succeeded, limit: 1000, after: last)
        )
        count += page.count
        guard let oldest = page.last else { break }
        last = oldest.id
    }
    await store.close()
    return count
}

private var quietLogger: Logger {
    var logger = Logger(label: "benchmark") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    return logger
}

/// The script reads the port from a pipe, so that it must not stay in a buffer.
private func announce(_ port: Int) {
    print("listening \(port)")
    flushOutput()
}

/// Providers are not asked in a benchmark.
private struct NoTransport: ProviderTransport {
    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        throw ProviderError(.notConnected, "there is no provider here")
    }
}
