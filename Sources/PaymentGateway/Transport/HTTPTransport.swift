public import AsyncHTTPClient
import Foundation
import HTTPDecoders
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
public import PaymentIntents

/// Carries requests over HTTP and TLS, on AsyncHTTPClient.
///
/// Certificates and host names are checked, and there is no switch that would turn this off.
public struct HTTPTransport: ProviderTransport {
    /// The most that is read of a response: 1 MiB.
    public static let maximumResponseBytes = 1 << 20

    private let client: HTTPClient

    /// Uses a client of the caller's. ``defaultConfiguration`` says how it should be made.
    ///
    /// - Parameter client: The client. The caller shuts it down.
    public init(_ client: HTTPClient) {
        _ = HTTPDecoders.areMade
        self.client = client
    }

    /// No redirects, 5 s to connect, and no attempt of its own to send anything twice.
    public static var defaultConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5), read: .seconds(30)),
            decompression: .disabled
        )
        configuration.connectionPool.retryConnectionEstablishment = false
        // Beyond these a request waits for a connection, and is given up as if there were none to be had. The client's
        // own 8 is what one slow provider takes at once.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
        configuration.httpVersion = .http1Only
        return configuration
    }

    /// Sends a request once and reads the response to its end.
    ///
    /// An answer that breaks off, does not end in time or is too large is an error, which names the status that it began
    /// with.
    public func send(
        _ request: ProviderRequest,
        timeout: Duration
    ) async throws(ProviderError) -> ProviderResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .init(rawValue: request.method.rawValue)
        for field in request.headers {
            outgoing.headers.add(name: field.name.rawName, value: field.value)
        }
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        do {
            return try await respond(to: outgoing, within: timeout)
        } catch let error as HTTPClientError where Self.isBeforeTheFirstByte(error) {
            throw ProviderError(.notConnected, "the provider could not be reached")
        } catch is NIOConnectionError {
            throw ProviderError(.notConnected, "the provider could not be reached")
        } catch let error as IOError where error.errnoCode == ECONNREFUSED {
            // An address without a name gives the system's own error. This one comes of connecting and of nothing else.
            throw ProviderError(.notConnected, "the provider could not be reached")
        } catch let error as BrokenOff {
            throw ProviderError(.unavailable, Self.noWholeAnswer, httpStatus: error.status)
        } catch {
            throw ProviderError(.unavailable, Self.noWholeAnswer)
        }
    }

    private static let noWholeAnswer = "the provider gave no whole answer"

    /// An answer of which the end is missing.
    private struct BrokenOff: Error {
        let status: Int
    }

    /// Sends a request and reads the response to its end, both before the deadline.
    ///
    /// The client's own deadline ends with the head of the response, so a body that comes one byte a second would be read
    /// for as long as it likes.
    private func respond(to request: HTTPClientRequest, within timeout: Duration) async throws -> ProviderResponse {
        try await withThrowingTaskGroup(of: ProviderResponse.self) { group in
            group.addTask {
                let seconds = timeout.components.seconds + 1
                let response = try await client.execute(request, timeout: .seconds(seconds))
                let status = Int(response.status.code)
                guard let body = try? await response.body.collect(upTo: Self.maximumResponseBytes) else {
                    throw BrokenOff(status: status)
                }
                var headers = HTTPFields()
                for (name, value) in response.headers {
                    if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
                }
                return ProviderResponse(status: status, headers: headers, body: Array(body.readableBytesView))
            }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw HTTPClientError.deadlineExceeded
            }
            let first = await group.nextResult()
            group.cancelAll()
            if case .success(let response) = first { return response }
            // Where the time was over before the end, the beginning is still told.
            if case .failure(let error as BrokenOff) = await group.nextResult() { throw error }
            guard let response = try first?.get() else { throw HTTPClientError.cancelled }
            return response
        }
    }

    private static func isBeforeTheFirstByte(_ error: HTTPClientError) -> Bool {
        [.connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost].contains(error)
    }
}
