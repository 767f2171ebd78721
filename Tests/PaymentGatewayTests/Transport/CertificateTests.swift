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

    private func start(_ arguments: [String], in folder: URL, output: Any = FileHandle.nullDevice) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.openSSL, "the program openssl"))
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = try start(arguments, in: folder)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The port in the line `ACCEPT [::]:38577`; `nil` when the output ends without one.
    private static func port(in output: FileHandle) throws -> Int? {
        var text = ""
        while let more = try output.read(upToCount: 1), !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
            guard text.hasSuffix("\n") else { continue }
            if text.hasPrefix("ACCEPT") {
                return text.split(whereSeparator: { ":\n".contains($0) }).last.flatMap { Int($0) }
            }
            text = ""
        }
        return nil
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
        let output = Pipe()
        // It picks a free port, and says which when it listens.
        let serving = ["s_server", "-accept", "0", "-key", "key.pem", "-cert", "certificate.pem", "-www"]
        let server = try start(serving, in: folder, output: output)
        defer { server.terminate() }
        let port = try #require(try Self.port(in: output.fileHandleForReading))
        try #require(try run(["s_client", "-connect", "localhost:\(port)"], in: folder) == 0)

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
