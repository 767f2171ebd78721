import HTTPTypes
import HummingbirdCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
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
    private static let withoutKey = Answer.problem(.unauthorized, [("www-authenticate", "Bearer")])

    let gateway: Gateway
    let keys: APIKeys

    /// Whether a path is one of these.
    static func holds(_ path: Substring) -> Bool { segments(path).first == "payments" }

    /// The answer to a request whose body need not be read: `nil` when it has to be.
    func refusal(of head: HTTPRequestHead) -> Answer? {
        guard keys.isOpen else { return .notFound }
        return keys.admit(HTTPFields(head.headers, splitCookie: false)) ? nil : Self.withoutKey
    }

    /// Answers a request that showed a key.
    func answer(_ method: HTTPMethod, _ uri: URI, body: [UInt8]) async -> Answer {
        let path = Self.segments(uri.path[...])
        do throws(GatewayError) {
            switch (method, path.count, path.last) {
            case (.POST, 1, _): return try await create(body)
            case (.GET, 1, _): return try await list(uri)
            case (.GET, 2, let id?): return .payment(try await gateway.payment(try self.id(id)))
            case (.GET, 3, "history"): return try await history(of: path[1])
            case (.POST, 3, "sync"): return .payment(try await gateway.sync(try id(path[1])))
            default: return .notFound
            }
        } catch {
            return .document(ErrorDocument(error), status: error.code.httpStatus)
        }
    }

    private static func segments(_ path: Substring) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: true)
    }

    private func create(_ body: [UInt8]) async throws(GatewayError) -> Answer {
        let fields = try PaymentRequestBody.fields(in: body)
        let payment = try await gateway.create(try fields.request())
        return .payment(payment, status: .created)
    }

    private static let filters: Set<Substring> = ["status", "provider", "reference", "limit", "after"]

    private func list(_ uri: URI) async throws(GatewayError) -> Answer {
        let query = uri.queryParameters
        // A filter that is not understood would be one that is not there.
        let names = query.map(\.key)
        guard Set(names).count == names.count, Self.filters.isSuperset(of: names) else {
            throw GatewayError(.invalidRequest, "query: takes status, provider, reference, limit and after, each once")
        }
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

    private func history(of id: Substring) async throws(GatewayError) -> Answer {
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
