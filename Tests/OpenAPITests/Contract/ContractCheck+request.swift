import Foundation
import HTTPTypes
import PaymentIntents

/// What is checked of a request beside its body.
extension ContractCheck {
    /// Holds a request against its operation.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - operation: what it is for.
    ///   - ignoresOtherHeaders: whether it may have headers that the file does not name.
    /// - Throws: ``SchemaError`` when a schema of the file cannot be used.
    mutating func checkRequest(
        _ request: ProviderRequest,
        _ operation: Operation,
        ignoresOtherHeaders: Bool
    ) throws {
        let key = "\(operation.id) request"
        let query = URLComponents(string: request.url)?.queryItems ?? []
        let segments = Self.segments(of: request, behind: file.server)
        let path = segments.flatMap { Self.values(in: $0, of: operation.path) } ?? [:]
        try check(operation.parameters.filter { !operation.isWebhook || $0.place == .header }, key) { parameter in
            switch parameter.place {
            case .path: path[parameter.name]
            case .query: query.first { $0.name == parameter.name }?.value
            case .header: Self.value(of: parameter, in: request.headers)
            }
        }
        let named = Set(
            operation.parameters.map { $0.name.lowercased() } + operation.credentials.joined().map(\.header)
        )
        let customary: Set = ["accept", "content-type", "user-agent"]
        for name in request.headers.map(\.name.canonicalName)
        where !ignoresOtherHeaders && !named.union(customary).contains(name) {
            note(key, "the header \(name) is not documented")
        }
        for item in query where !operation.isWebhook && !named.contains(item.name.lowercased()) {
            note(key, "the query's \(item.name) is not documented")
        }
        let isKnown = operation.credentials.contains { list in
            list.allSatisfy { credential in
                request.headers.contains {
                    $0.name.canonicalName == credential.header && $0.value.hasPrefix(credential.prefix)
                        && $0.value.count > credential.prefix.count
                }
            }
        }
        if !operation.credentials.isEmpty, !isKnown { note(key, "has no credentials") }
        guard let body = operation.body else {
            if !request.body.isEmpty { note(key, "has a body, and none is documented") }
            return
        }
        if request.body.isEmpty, !body.isRequired { return }
        try check(request.body, of: request.headers[.contentType], body.content, key)
    }

    static func value(of parameter: Parameter, in headers: HTTPFields) -> String? {
        headers.first { $0.name.canonicalName == parameter.name.lowercased() }?.value
    }

    /// The segments of the path under the server, still encoded.
    static func segments(of request: ProviderRequest, behind server: String) -> [Substring]? {
        guard request.url.hasPrefix(server + "/") else { return nil }
        let path = request.url.dropFirst(server.count).prefix { $0 != "?" }
        return path.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// The values that a path gives to the names in a template; `nil` when it does not fit.
    static func values(in segments: [Substring], of template: String) -> [String: String]? {
        let names = template.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (name, segment) in zip(names, segments) {
            if name.hasPrefix("{"), name.hasSuffix("}") {
                guard !segment.isEmpty else { return nil }
                values[String(name.dropFirst().dropLast())] = segment.removingPercentEncoding ?? String(segment)
            } else if name != segment {
                return nil
            }
        }
        return values
    }
}
