import HTTPTypes
import Hummingbird
import NIOCore
import PaymentGateway
import PaymentIntents
import StrictJSON

/// The REST interface: what `payments create`, `show`, `history`, `list` and `sync` do, over HTTP.
///
///     POST /payments               a JSON object with the fields of PaymentRequestBody
///     GET  /payments               ?status= &provider= &reference= &limit= &after=
///     GET  /payments/{id}
///     GET  /payments/{id}/history
///     POST /payments/{id}/sync
///
/// Every request shows an API key. Payments and errors look as they do on the command line.
struct PaymentEndpoint: Sendable {
    private static let maximumBodyBytes = 64 * 1024

    let gateway: Gateway
    let keys: APIKeys

    /// Answers a request whose path begins with `/payments`.
    func respond(to request: Request, path: [Substring]) async throws -> Response {
        guard keys.isOpen else { return .problem(.notFound) }
        guard keys.admit(request.headers) else {
            return .problem(.unauthorized, headers: [.wwwAuthenticate: "Bearer"])
        }
        do {
            switch (request.method, path.count, path.last) {
            case (.post, 1, _): return try await create(request)
            case (.get, 1, _): return try await list(request)
            case (.get, 2, let id?): return .payment(try await gateway.payment(try self.id(id)))
            case (.get, 3, "history"): return try await history(of: path[1])
            case (.post, 3, "sync"): return .payment(try await gateway.sync(try id(path[1])))
            default: return .problem(.notFound)
            }
        } catch let error as GatewayError {
            return .document(ErrorDocument(error), status: error.code.httpStatus)
        }
    }

    private func create(_ request: Request) async throws -> Response {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.maximumBodyBytes)
        } catch is NIOTooManyBytesError {
            return .problem(.contentTooLarge, closing: true)
        }
        let fields = try PaymentRequestBody.fields(in: Array(body.readableBytesView))
        let payment = try await gateway.create(try fields.request())
        return .payment(payment, status: .created)
    }

    private func list(_ request: Request) async throws -> Response {
        let query = request.uri.queryParameters
        var filter = PaymentFilter()
        filter.status = try read(query["status"], "status", PaymentStatus.init(rawValue:))
        filter.account = try read(query["provider"], "provider", AccountName.init(_:))
        filter.reference = query["reference"].map(String.init)
        filter.limit = try read(query["limit"], "limit") { Int($0) } ?? filter.limit
        filter.after = try read(query["after"], "after", PaymentID.init(_:))
        let payments = try await gateway.payments(matching: filter)
        var document = JSONObjectWriter()
        document.write("payments", list: payments.map { PaymentDocument($0).object })
        return .json(.ok, document.finished())
    }

    private func history(of id: Substring) async throws -> Response {
        let history = try await gateway.history(of: try self.id(id))
        var document = JSONObjectWriter()
        document.write("history", list: history.map { HistoryDocument($0).object })
        return .json(.ok, document.finished())
    }

    private func id(_ text: Substring) throws(GatewayError) -> PaymentID {
        guard let id = PaymentID(String(text)) else { throw GatewayError(.notFound, "there is no payment of that id") }
        return id
    }

    private func read<Value>(
        _ text: Substring?,
        _ name: String,
        _ parse: (String) -> Value?
    ) throws(GatewayError) -> Value? {
        guard let text else { return nil }
        guard let value = parse(String(text)) else { throw GatewayError(.invalidRequest, "\(name): is not valid") }
        return value
    }
}
