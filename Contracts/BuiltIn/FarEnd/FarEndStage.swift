import AsyncHTTPClient
import Foundation
import PaymentContracts
import PaymentIntents
import ProviderSimulation

/// What every simulated provider needs around it: a merchant who takes callbacks, a clock that moves only when it is
/// told to, and a client that carries requests over HTTP.
struct FarEndStage: Sendable {
    /// So long that a callback which is held for the next one never leaves by itself.
    static let lateness: Duration = .seconds(100 * 365 * 86_400)

    let merchant: RecordingMerchant
    let callbackURL: String
    let clock: SimulatedClock
    let timekeeper: Timekeeper

    private let client: HTTPClient

    /// Runs a piece of work on a stage where it is 2026-05-05T10:00:00Z.
    static func open(_ work: (FarEndStage) async throws -> Void) async throws {
        let merchant = RecordingMerchant()
        let clock = SimulatedClock()
        try await merchant.running {
            try await HTTPClient.withHTTPClient(configuration: clientConfiguration) { client in
                try await work(
                    FarEndStage(
                        merchant: merchant,
                        callbackURL: try await merchant.url(),
                        clock: clock,
                        timekeeper: Timekeeper(clock, startingAt: Date(timeIntervalSince1970: 1_777_975_200)),
                        client: client
                    )
                )
            }
        }
    }

    /// Sends a request, once.
    ///
    /// - Parameter request: What the adapter wrote.
    /// - Returns: What came back, whatever it is.
    /// - Throws: `FarEndSilence` when the connection ended without an answer.
    func answer(_ request: ProviderRequest) async throws -> ProviderResponse {
        do {
            return try await client.answer(request, within: .seconds(20))
        } catch let error as HTTPClientError where error == .remoteConnectionClosed {
            throw FarEndSilence()
        }
    }

    /// The callbacks that the merchant has received, once there are that many.
    func callbacks(_ count: Int) async throws -> [Callback] {
        try await merchant.received.wait(for: count).map { Callback(headers: $0.headers, body: $0.body) }
    }

    private static var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return configuration
    }
}
