import PaymentGateway
import PaymentIntents
import ProviderSimulation
import Synchronization

/// Carries requests for the documented servers to whoever plays them here, and keeps everything that went over it.
final class Wire: ProviderTransport {
    /// Who plays a server.
    struct Route: Sendable {
        /// The file that describes the server.
        let file: String

        /// How requests to it are found in the file.
        let subject: Exchange.Subject

        /// What the requests really begin with; `nil` while nobody is there.
        var base: String?

        /// What requests wait for.
        var gate: Promise<Void>?
    }

    /// Everything that was sent, from when its answer or its failure came.
    let exchanges = Journal<Exchange>()

    /// Everything that is being sent or was.
    let departures = Journal<ProviderRequest>()

    private let http: HTTPTransport
    private let routes: Mutex<[String: Route]>

    init(_ http: HTTPTransport) {
        self.http = http
        routes = Mutex([
            Servers.smsPay: Route(file: "smspay.yaml", subject: .documented),
            Servers.pay2Local: Route(file: "pay2local.yaml", subject: .documented),
            Servers.ours: Route(file: "callbacks.yaml", subject: .documented),
            Servers.merchant: Route(file: "callbacks.yaml", subject: .webhook(named: "notification")),
        ])
    }

    /// Lets somebody play a server from now on, or nobody.
    ///
    /// - Parameters:
    ///   - server: the documented server.
    ///   - base: what the requests to it really begin with.
    /// - Returns: what they began with before.
    @discardableResult
    func connect(_ server: String, to base: String?) -> String? {
        routes.withLock { routes in
            defer { routes[server]?.base = base }
            return routes[server]?.base
        }
    }

    /// Lets requests to a server wait.
    ///
    /// - Parameter server: the documented server.
    /// - Returns: what they wait for.
    func hold(_ server: String) -> Promise<Void> {
        let gate = Promise<Void>()
        routes.withLock { $0[server]?.gate = gate }
        return gate
    }

    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        try await carry(request)
    }

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - request: the request, to a documented server.
    ///   - subject: how it is found in the file, if not as its server's requests are.
    /// - Returns: the answer.
    /// - Throws: `ProviderError` when there is none.
    func carry(
        _ request: ProviderRequest,
        as subject: Exchange.Subject? = nil
    ) async throws(ProviderError) -> ProviderResponse {
        departures.append(request)
        guard let (server, route) = routes.withLock({ $0.first { request.url.hasPrefix($0.key + "/") } }) else {
            throw ProviderError(.notConnected, "nobody plays that server")
        }
        if let gate = route.gate { try? await gate.value() }
        do throws(ProviderError) {
            guard let base = route.base else { throw ProviderError(.notConnected, "nobody is there") }
            var real = request
            real.url = base + request.url.dropFirst(server.count)
            let response = try await http.send(real, timeout: .seconds(300))
            note(request, response, route, subject)
            return response
        } catch {
            note(request, nil, route, subject)
            throw error
        }
    }

    private func note(
        _ request: ProviderRequest,
        _ response: ProviderResponse?,
        _ route: Route,
        _ subject: Exchange.Subject?
    ) {
        exchanges.append(
            Exchange(file: route.file, request: request, response: response, subject: subject ?? route.subject)
        )
    }
}
