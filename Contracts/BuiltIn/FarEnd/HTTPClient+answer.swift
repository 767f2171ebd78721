import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import PaymentIntents

extension HTTPClient {
    /// Sends a request as it stands, and reads the response to its end.
    func answer(_ request: ProviderRequest, within timeout: Duration) async throws -> ProviderResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers { outgoing.headers.add(name: field.name.rawName, value: field.value) }
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        let response = try await execute(outgoing, timeout: TimeAmount(timeout))
        let body = try await response.body.collect(upTo: 1 << 20)
        var headers = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        return ProviderResponse(
            status: Int(response.status.code),
            headers: headers,
            body: Array(body.readableBytesView)
        )
    }
}
