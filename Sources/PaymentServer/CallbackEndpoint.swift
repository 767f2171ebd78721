import HTTPTypes
import NIOHTTP1
import NIOHTTPTypesHTTP1
import PaymentGateway
import PaymentIntents

/// `POST /callbacks/{name}`: where providers report.
///
/// 200 means committed and durable. Everything else stores nothing, and the bodies are constant: whoever sends a
/// forged callback learns nothing from the answer.
struct CallbackEndpoint: Sendable {
    private static let otherMethod = Answer.problem(.methodNotAllowed, [("allow", "POST")])

    let gateway: Gateway

    /// The answer to a request whose body need not be read: `nil` when it has to be.
    func refusal(of head: HTTPRequestHead, name: String) -> Answer? {
        guard let account = AccountName(name), gateway.accounts[account] != nil else { return .notFound }
        guard head.method == .POST else { return Self.otherMethod }
        let codings = head.headers["content-encoding"]
        guard codings.isEmpty || codings == ["identity"] else { return .encoded }
        return nil
    }

    /// Answers a request to the endpoint of one account.
    func answer(_ headers: HTTPHeaders, body: [UInt8], name: String) async -> Answer {
        let callback = Callback(headers: HTTPFields(headers, splitCookie: false), body: body)
        return switch await gateway.receive(callback, for: name) {
        case .accepted(let json): .json(.ok, json)
        case .refused: .unauthorized
        case .unknownAccount: .notFound
        case .otherEnvironment: .unprocessable
        case .unavailable: .notNow
        }
    }
}
