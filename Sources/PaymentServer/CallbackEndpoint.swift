import HTTPTypes
import Hummingbird
import NIOCore
import PaymentGateway
import PaymentIntents

/// `POST /callbacks/{name}`: where providers report.
///
/// 200 means committed and durable. Everything else stores nothing, and the bodies are constant: whoever sends a
/// forged callback learns nothing from the answer.
struct CallbackEndpoint: Sendable {
    /// The largest body that is read.
    static let maximumBodyBytes = 64 * 1024

    let gateway: Gateway

    /// Answers a request to the endpoint of one account.
    func respond(to request: Request, name: String) async throws -> Response {
        guard let account = AccountName(name), gateway.accounts[account] != nil else { return .problem(.notFound) }
        guard request.method == .post else { return .problem(.methodNotAllowed, headers: [.allow: "POST"]) }
        if let coding = request.headers[.contentEncoding], coding != "identity" {
            return .problem(.unsupportedMediaType, closing: true)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.maximumBodyBytes {
            return .problem(.contentTooLarge, closing: true)
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.maximumBodyBytes)
        } catch is NIOTooManyBytesError {
            return .problem(.contentTooLarge, closing: true)
        }
        let callback = Callback(headers: request.headers, body: Array(body.readableBytesView))
        switch await gateway.receive(callback, for: name) {
        case .accepted(let json): return .json(.ok, json)
        case .refused: return .problem(.unauthorized)
        case .unknownAccount: return .problem(.notFound)
        case .otherEnvironment: return .problem(.unprocessableContent)
        case .unavailable: return .problem(.serviceUnavailable, headers: [.retryAfter: "5"])
        }
    }
}
