import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

/// A merchant with both providers simulated, each a process of its own. `serve` is started by the test.
final class Shop: Sendable {
    let folder: Folder
    let smsPayPort: Int
    let pay2LocalPort: Int

    /// Where `serve` will listen.
    let port: Int

    private init(folder: Folder, smsPayPort: Int, pay2LocalPort: Int, port: Int) {
        self.folder = folder
        self.smsPayPort = smsPayPort
        self.pay2LocalPort = pay2LocalPort
        self.port = port
    }

    /// Runs a test with the simulators started.
    ///
    /// - Parameters:
    ///   - options: More options for both simulators.
    ///   - test: The test.
    /// - Throws: What the test throws, and when a simulator does not start.
    static func open(_ options: [String] = [], _ test: (Shop) async throws -> Void) async throws {
        try await Folder.with { folder in
            let port = try await freePort()
            let smsPay = try RunningProgram(
                ["simulate", "smspay", "--port", "0", "--api-key", Settings.apiKey]
                    + ["--webhook-secret", Settings.webhookSecret]
                    + ["--webhook-url", "http://127.0.0.1:\(port)/callbacks/wallets"] + options,
                in: folder
            )
            defer { smsPay.kill() }
            let pay2Local = try RunningProgram(
                ["simulate", "pay2local", "--port", "0", "--access-key", Settings.accessKey]
                    + ["--public-key", Settings.publicKey]
                    + ["--callback-url", "http://127.0.0.1:\(port)/callbacks/agents"] + options,
                in: folder
            )
            defer { pay2Local.kill() }
            let shop = Shop(
                folder: folder,
                smsPayPort: try await smsPay.port(),
                pay2LocalPort: try await pay2Local.port(),
                port: port
            )
            try shop.configure()
            try await test(shop)
            for simulator in [smsPay, pay2Local] { #expect(try await simulator.terminate().status == 0) }
        }
    }

    /// Writes the configuration file.
    func configure(deposit: String = "wallets, agents") throws {
        let settings = Settings(
            smsPayPort: smsPayPort,
            pay2LocalPort: pay2LocalPort,
            port: port,
            deposit: deposit
        )
        try folder.write(settings.yaml, to: "payments.yaml")
    }

    /// Starts `payments serve`, and waits until it listens.
    func serve() async throws -> RunningProgram {
        let server = try RunningProgram(["serve"], in: folder)
        #expect(try await server.port() == port)
        return server
    }

    /// Creates a payment.
    func create(_ reference: String, _ arguments: String...) async throws -> JSONObject {
        let result = try await Program.run(
            ["create", "--reference", reference, "--output", "json"] + arguments,
            in: folder
        )
        #expect(result.status == 0, "\(result.errors)")
        return try result.object()
    }

    /// Presses a button of the hosted page that the customer was sent to.
    func press(_ button: String, for payment: JSONObject) async throws {
        let url = try #require(try payment.object("nextAction").text("url"))
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "action=\(button)"))
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        let status = try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            try await client.execute(request, timeout: .seconds(300)).status.code
        }
        // The page sends the customer on.
        #expect(status == 303)
    }

    /// Waits until a payment has a status.
    func wait(for status: String, of payment: JSONObject) async throws -> JSONObject {
        let id = try #require(payment.text("id"))
        var shown = payment
        let hasStatus = try await eventually {
            shown = try await folder.json("show", id).object()
            return shown.text("status") == status
        }
        #expect(hasStatus, "\(shown)")
        return shown
    }

    /// Sends a callback, and says what was answered.
    func send(_ message: SignedMessage, to account: String) async throws -> UInt {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/callbacks/\(account)")
        request.method = .POST
        for (name, value) in message.headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: message.body))
        return try await HTTPClient.shared.execute(request, timeout: .seconds(300)).status.code
    }

    /// A port that nobody listens on, out of the range from which systems pick one for others meanwhile.
    static func freePort() async throws -> Int {
        for _ in 1...100 {
            let port = Int.random(in: 20_000..<32_000)
            let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { continue }
            try await channel.close().get()
            return port
        }
        throw NoPort()
    }

    /// All hundred ports that were tried are taken.
    struct NoPort: Error {}
}
