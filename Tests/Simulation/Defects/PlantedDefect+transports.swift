import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents

/// Defects in how providers are spoken to, and in the time.
extension PlantedDefect {
    static let transports = [
        sending("silence counts as a refusal") { (request, timeout, transport) async throws(ProviderError) in
            do throws(ProviderError) {
                return try await transport.send(request, timeout: timeout)
            } catch {
                guard error.code == .unavailable, request.method == .post, request.url != World.merchantURL else {
                    throw error
                }
                let isWallet = request.url.hasPrefix("https://api.smspaybd.com/")
                let body =
                    isWallet ? #"{"statusCode":400,"message":"no"}"# : #"{"message":"Invalid Amount","status":403}"#
                return ProviderResponse(status: isWallet ? 400 : 403, body: Array(body.utf8))
            }
        },
        sending("silence counts as no connection") { (request, timeout, transport) async throws(ProviderError) in
            do throws(ProviderError) {
                return try await transport.send(request, timeout: timeout)
            } catch {
                throw ProviderError(.notConnected, error.message)
            }
        },
        sending("a request is sent again after silence") { (request, timeout, transport) async throws(ProviderError) in
            do throws(ProviderError) {
                return try await transport.send(request, timeout: timeout)
            } catch  where error.code == .unavailable {
                return try await transport.send(request, timeout: timeout)
            }
        },
        sending("an answer that cannot be read counts as no connection") {
            (request, timeout, transport) async throws(ProviderError) in
            let response = try await transport.send(request, timeout: timeout)
            guard response.status != 502 else { throw ProviderError(.notConnected, "bad gateway") }
            return response
        },
        sending("Retry-After is ignored") { (request, timeout, transport) async throws(ProviderError) in
            var response = try await transport.send(request, timeout: timeout)
            response.headers[.retryAfter] = nil
            return response
        },
        sending("redirects are followed") { (request, timeout, transport) async throws(ProviderError) in
            let response = try await transport.send(request, timeout: timeout)
            guard let location = response.headers[.location] else { return response }
            var next = request
            next.url = location
            return try await transport.send(next, timeout: timeout)
        },
        sending("providers are never asked") { (request, timeout, transport) async throws(ProviderError) in
            guard request.method == .post else { throw ProviderError(.unavailable, "not asked") }
            return try await transport.send(request, timeout: timeout)
        },
        secondKey,
        stoppedClock,
    ]

    private static func sending(
        _ name: String,
        _ send:
            @escaping @Sendable (ProviderRequest, Duration, any ProviderTransport) async throws(ProviderError) ->
            ProviderResponse
    ) -> PlantedDefect {
        var defect = PlantedDefect(name)
        defect.transportOver = { DefectiveTransport(inner: $0, send: send) }
        return defect
    }

    private static var secondKey: PlantedDefect {
        let count = Mutexed(0)
        return sending("another key is used after silence") {
            (request, timeout, transport) async throws(ProviderError) in
            let number = count.with { count in
                count += 1
                return count
            }
            var request = request
            let text = String(decoding: request.body, as: UTF8.self)
            request.body = Array(
                text.replacing("\"idempotencyKey\":\"pay_", with: "\"idempotencyKey\":\"\(number)_").utf8
            )
            return try await transport.send(request, timeout: timeout)
        }
    }

    private static var stoppedClock: PlantedDefect {
        var defect = PlantedDefect("the clock stands still")
        defect.clockOver = { StoppedClock(inner: $0) }
        return defect
    }
}

private struct DefectiveTransport: ProviderTransport {
    let inner: any ProviderTransport
    let send:
        @Sendable (ProviderRequest, Duration, any ProviderTransport) async throws(ProviderError) -> ProviderResponse

    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        try await send(request, timeout, inner)
    }
}

private struct StoppedClock: GatewayClock {
    let inner: any GatewayClock
    let now: Date

    init(inner: any GatewayClock) {
        self.inner = inner
        now = inner.now
    }

    func sleep(for duration: Duration) async throws { try await inner.sleep(for: duration) }
}
