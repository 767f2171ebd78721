import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Pay2LocalSimulator
import ProviderSimulation
import ServiceLifecycle

/// A merchant with a simulated Pay2Local, both running, on a clock that stands at 2026-05-05T10:00:00Z.
struct Shop: Sendable {
    static let accessKey = "access-0123456789abcdef"
    static let publicKey = "public-0123456789abcdef"
    static let opening = Date(timeIntervalSince1970: 1_777_975_200)
    static let deposits = "/payment/deposits"
    static let withdrawals = "/secure/checkout/withdraw"

    let simulator: SimulatedPay2Local
    let merchant: RecordingMerchant
    let clock: SimulatedClock
    private let client: HTTPClient

    /// Runs a test with everything started, and stops it afterwards.
    static func open(
        answering answers: [RecordingMerchant.Answer] = [],
        _ configure: (inout Pay2LocalSimulatorConfiguration) -> Void = { _ in },
        _ test: (Shop) async throws -> Void
    ) async throws {
        let merchant = RecordingMerchant(answering: answers)
        let clock = SimulatedClock()
        try await running(merchant) {
            var configuration = Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(accessKey),
                publicKey: SimulatorSecret(publicKey),
                callbackURL: try await merchant.url()
            )
            configure(&configuration)
            let simulator = try SimulatedPay2Local(
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

    private static func running(_ service: any Service, _ work: () async throws -> Void) async throws {
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

    /// Calls the interface with both keys.
    func call(
        _ method: Method,
        _ path: String,
        body: String? = nil,
        access: String? = Shop.accessKey,
        open: String? = Shop.publicKey,
        timeout: Duration = .seconds(300)
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: try await simulator.baseURL() + path)
        if let access { request.headers.add(name: "X-Authorization-Access", value: access) }
        if let open { request.headers.add(name: "X-Authorization-Public", value: open) }
        request.headers.add(name: "Content-Type", value: "application/json")
        return try await send(&request, method, body, timeout: timeout)
    }

    /// Visits a hosted page, or sends its form.
    func visit(_ method: Method, _ url: String, form: String? = nil) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        return try await send(&request, method, form, timeout: .seconds(300))
    }

    /// Creates a deposit with the documents' sample values.
    func deposit(amount: String = #""50""#, without absent: String = "", more: String = "") async throws -> Answer {
        try await call(.POST, Shop.deposits, body: body(amount: amount, without: absent, more: more))
    }

    /// Creates a withdrawal with the documents' sample values.
    func withdrawal(
        amount: String = #""100""#,
        without absent: String = "",
        phone: String? = #""01645484848""#
    ) async throws -> Answer {
        let more = phone.map { #","cust_phone":\#($0)"# } ?? ""
        return try await call(.POST, Shop.withdrawals, body: body(amount: amount, without: absent, more: more))
    }

    /// The values of `request_status` that the merchant has received, once there are that many.
    func statuses(_ count: Int) async throws -> [String] {
        try await merchant.received.wait(for: count)
            .map { request in
                try Answer(status: 0, headers: [:], text: String(decoding: request.body, as: UTF8.self))
                    .string("request_status")
            }
    }

    private func body(amount: String, without absent: String, more: String) -> String {
        let members = [
            ("amount", amount), ("redirect_url", #""https://shop.example/back""#),
            ("merchant_payment_id", #""100058130003""#), ("currency", #""BDT""#), ("service_type", #""p2p_agent""#),
            ("bank_type", #""Bkash""#),
        ]
        let kept = members.filter { $0.0 != absent }.map { #""\#($0.0)":\#($0.1)"# }
        return "{" + kept.joined(separator: ",") + more + "}"
    }

    private func send(
        _ request: inout HTTPClientRequest,
        _ method: Method,
        _ body: String?,
        timeout: Duration
    ) async throws -> Answer {
        request.method = HTTPMethod(rawValue: method.rawValue)
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await client.execute(request, timeout: TimeAmount(timeout))
        let received = try await response.body.collect(upTo: 1 << 20)
        return Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: received))
    }
}
