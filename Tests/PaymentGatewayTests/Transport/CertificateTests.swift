import AsyncHTTPClient
import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

@Suite("The transport, against a certificate that nobody vouches for")
struct CertificateTests {
    private static let openSSL = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private func start(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.openSSL, "the program openssl"))
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = try start(arguments, in: folder)
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("row 41: self-signed: nothing is sent, though the server answers whoever does not look")
    func selfSigned() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let making = [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "certificate.pem",
        ]
        try #require(try run(making, in: folder) == 0)
        var port = 0
        try await RudeServer.with(.hangUp) { server async throws in port = server.port }
        let serving = ["s_server", "-accept", "\(port)", "-key", "key.pem", "-cert", "certificate.pem", "-www"]
        let server = try start(serving, in: folder)
        defer { server.terminate() }
        var isUp = false
        for _ in 1...100 where !isUp {
            isUp = try run(["s_client", "-connect", "localhost:\(port)"], in: folder) == 0
            if !isUp { try await Task.sleep(for: .milliseconds(50)) }
        }
        try #require(isUp)

        let client = HTTPClient(
            eventLoopGroup: HTTPClient.defaultEventLoopGroup,
            configuration: HTTPTransport.defaultConfiguration
        )
        var code: ProviderError.Code?
        do throws(ProviderError) {
            let request = ProviderRequest(method: .get, url: "https://localhost:\(port)/", headers: [:], body: [])
            _ = try await HTTPTransport(client).send(request, timeout: .seconds(5))
        } catch {
            code = error.code
        }
        try await client.shutdown()
        #expect(code == .unavailable)
    }
}
