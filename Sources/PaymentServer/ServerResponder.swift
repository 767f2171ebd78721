import HTTPTypes
import Hummingbird
import PaymentGateway

/// Takes each request to where it belongs.
struct ServerResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let callbacks: CallbackEndpoint
    let payments: PaymentEndpoint
    let gateway: Gateway

    func respond(to request: Request, context: Context) async throws -> Response {
        let response = try await answer(request)
        // A body here would be read as the head of the next answer.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request) async throws -> Response {
        let path = request.uri.path
        if path.hasPrefix("/callbacks/") {
            return try await callbacks.respond(to: request, name: String(path.dropFirst("/callbacks/".count)))
        }
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        if segments.first == "payments" { return try await payments.respond(to: request, path: segments) }
        switch path {
        case "/healthz":
            return probe(request, isWell: true)
        case "/readyz":
            return probe(request, isWell: await gateway.isReady())
        default:
            return .problem(.notFound)
        }
    }

    private func probe(_ request: Request, isWell: Bool) -> Response {
        guard request.method == .get || request.method == .head else {
            return .problem(.methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        return isWell ? .json(.ok, Array(#"{"status":"ok"}"#.utf8)) : .problem(.serviceUnavailable)
    }
}
