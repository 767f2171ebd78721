public import HTTPTypes
public import Hummingbird

/// Reads the body, at most 64 KiB, and writes down what was asked and decided.
public struct RequestJournalMiddleware: RouterMiddleware {
    private let journal: Journal<ReceivedRequest>
    private let credentials: Set<HTTPField.Name>
    private let timekeeper: Timekeeper

    /// Makes the middleware.
    ///
    /// - Parameters:
    ///   - journal: where to write.
    ///   - credentials: the headers whose values are hidden.
    ///   - timekeeper: what the entries are dated with.
    public init(journal: Journal<ReceivedRequest>, credentials: Set<HTTPField.Name>, timekeeper: Timekeeper) {
        self.journal = journal
        self.credentials = credentials
        self.timekeeper = timekeeper
    }

    /// Passes the request on with its body read.
    public func handle(
        _ request: Request,
        context: SimulationContext,
        next: (Request, SimulationContext) async throws -> Response
    ) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        let response = try await next(request, context)
        var headers = request.headers
        for name in credentials where headers.contains(name) { headers[name] = "•••" }
        journal.append(
            ReceivedRequest(
                method: request.method.rawValue,
                path: request.uri.path,
                query: request.uri.query,
                headers: headers,
                body: Array(body.readableBytesView),
                status: response.status.code,
                decidedAt: timekeeper.now
            )
        )
        return response
    }
}
