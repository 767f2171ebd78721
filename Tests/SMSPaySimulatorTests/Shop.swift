import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import ProviderSimulation
import SMSPaySimulator
import ServiceLifecycle

/// A merchant with a simulated SMS Pay, both running, on a clock that stands at 2026-05-05T10:00:00Z.
struct Shop: Sendable {
    static let apiKey = "sk_test_0123456789abcdef"
    static let webhookSecret = "whsec_0123456789abcdef"
    static let opening = Date(timeIntervalSince1970: 1_777_975_200)

    let simulator: SimulatedSMSPay
    let merchant: RecordingMerchant
    let clock: SimulatedClock
    private let client: HTTPClient

    /// Runs a test with everything started, and stops it afterwards.
    static func open(
        answering answers: [RecordingMerchant.Answer] = [],
        _ configure: (inout SMSPaySimulatorConfiguration) -> Void = { _ in },
        _ test: (Shop) async throws -> Void
    ) async throws {
        let merchant = RecordingMerchant(answering: answers)
        let clock = SimulatedClock()
        try await running(merchant) {
            var configuration = SMSPaySimulatorConfiguration(
                apiKey: SimulatorSecret(apiKey),
                webhookSecret: SimulatorSecret(webhookSecret),
                webhookURL: try await merchant.url()
            )
            configure(&configuration)
            let simulator = try SimulatedSMSPay(
                configuration,
                timekeeper: Timekeeper(clock, startingAt: opening),
                identifiers: IdentifierSource(SeededGenerator(seed: 1))
            )
            try await running(simulator) {
                var settings = HTTPClient.Configuration()
                settings.redirectConfiguration = .disallow
                try await HTTPClient.withHTTPClient(configuration: settings) { client in
                    try await test(Shop(simulator: simulator, merchant: merchant, clock: clock, client: client))
                }
            }
        }
    }

    /// Runs a service around a piece of work and shuts it down gracefully.
    static func running(_ service: any Service, _ work: () async throws -> Void) async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service)],
                logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await work()
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Calls the simulator.
    func call(
        _ method: Method,
        _ path: String,
        body: String? = nil,
        key: String? = Shop.apiKey,
        contentType: String = "application/json",
        timeout: Duration = .seconds(300)
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: try await simulator.baseURL() + path)
        request.method = HTTPMethod(rawValue: method.rawValue)
        if let key { request.headers.add(name: "X-Api-Key", value: key) }
        if let body {
            request.headers.add(name: "Content-Type", value: contentType)
            request.body = .bytes(ByteBuffer(string: body))
        }
        let response = try await client.execute(request, timeout: TimeAmount(timeout))
        let received = try await response.body.collect(upTo: 1 << 20)
        return Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: received))
    }

    /// Creates an intent of 500 taka for ORDER-10045.
    func create(_ more: String = "") async throws -> Answer {
        try await call(
            .POST,
            "/v1/payments/intents",
            body: #"{"amount":500,"currency":"BDT","customerReference":"ORDER-10045"\#(more)}"#
        )
    }

    /// Creates an intent and gives its id.
    func createdID(_ more: String = "") async throws -> String {
        try await create(more).string("id")
    }

    /// Presses a button of the hosted checkout.
    func press(_ action: String, on id: String) async throws -> Answer {
        try await call(
            .POST,
            "/v1/checkout/\(id)",
            body: "wallet=bKash&action=\(action)",
            key: nil,
            contentType: "application/x-www-form-urlencoded"
        )
    }

    /// The events that the merchant has received, once there are that many.
    func events(_ count: Int) async throws -> [String] {
        try await merchant.received.wait(for: count)
            .map { request in
                try Answer(status: 0, headers: [:], text: String(decoding: request.body, as: UTF8.self)).string("event")
            }
    }
}
