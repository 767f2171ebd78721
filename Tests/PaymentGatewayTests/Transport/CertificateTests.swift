import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOSSL
import PaymentGateway
import PaymentIntents
import Testing

@Suite("The transport, against certificates that prove nothing", .timeLimit(.minutes(30)))
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

    /// Makes a certificate that signs itself.
    private func make(_ certificate: ServedCertificate, in folder: URL) throws {
        let asking = [
            "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(certificate.host)",
            "-addext", "subjectAltName=DNS:\(certificate.host)", "-keyout", "key.pem", "-out", "request.pem",
        ]
        try #require(try run(asking, in: folder) == 0)
        let signing = [
            "x509", "-req", "-in", "request.pem", "-signkey", "key.pem", "-copy_extensions", "copy",
            "-days", "\(certificate.days)", "-out", "certificate.pem",
        ]
        try #require(try run(signing, in: folder) == 0)
    }

    @Test(
        "row 41: nothing is sent, though the server answers whoever does not look",
        arguments: [
            ServedCertificate(isVouchedFor: false), ServedCertificate(host: "localhost.example"),
            ServedCertificate(days: -1),
        ]
    )
    func refused(_ certificate: ServedCertificate) async throws {
        let error = await #expect(throws: ProviderError.self) { try await answer(of: certificate).get() }
        #expect(error?.code == .unavailable)
    }

    @Test("one of this host, in its time and vouched for, is trusted: so it is for this that the others are refused")
    func trusted() async throws {
        #expect(try await answer(of: ServedCertificate()).get().status == 200)
    }

    /// What a client gets that looks at certificates as the transport's client does.
    private func answer(of certificate: ServedCertificate) async throws -> Result<ProviderResponse, ProviderError> {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try make(certificate, in: folder)
        let output = Pipe()
        // It picks a free port, and says which when it listens.
        let serving = ["s_server", "-accept", "0", "-key", "key.pem", "-cert", "certificate.pem", "-www"]
        let server = try start(serving, in: folder, output: output)
        defer { server.terminate() }
        let port = try #require(try Self.port(in: output.fileHandleForReading))
        try #require(try run(["s_client", "-connect", "localhost:\(port)"], in: folder) == 0)

        var configuration = HTTPTransport.defaultConfiguration
        if certificate.isVouchedFor {
            var security = TLSConfiguration.makeClientConfiguration()
            security.trustRoots = .file(folder.appending(path: "certificate.pem").path)
            configuration.tlsConfiguration = security
        }
        let client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        let request = ProviderRequest(method: .get, url: "https://localhost:\(port)/", headers: [:], body: [])
        let result: Result<ProviderResponse, ProviderError>
        do throws(ProviderError) {
            result = .success(try await HTTPTransport(client).send(request, timeout: .seconds(300)))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return result
    }
}

/// What a server shows of itself.
struct ServedCertificate: Sendable, CustomTestStringConvertible {
    /// Whose it is. The server is reached as `localhost`.
    var host = "localhost"

    /// For how long it holds, from now on.
    var days = 1

    /// Whether an authority that the client trusts has signed it.
    var isVouchedFor = true

    var testDescription: String { "\(host), \(days) days, \(isVouchedFor ? "vouched for" : "self-signed")" }
}
