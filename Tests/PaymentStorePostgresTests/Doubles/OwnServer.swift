import Foundation
import Testing

/// A server that a test may stop, in a folder of its own.
struct OwnServer: Sendable {
    /// The folder. Short, as it holds a socket.
    let folder = "/tmp/payments-\(UUID().uuidString.prefix(8))"

    /// The URL of its database.
    var url: String { "postgres:///postgres?user=payments&host=\(folder)" }

    /// Runs a piece of work, and takes the server away after it.
    static func withServer(_ work: (OwnServer) async throws -> Void) async throws {
        let server = OwnServer()
        let result: Result<Void, any Error>
        do { result = .success(try await work(server)) } catch { result = .failure(error) }
        await server.remove()
        try result.get()
    }

    /// Starts it, new or again.
    func start(_ settings: String...) async throws { try await script(["start", folder] + settings) }

    /// Stops it.
    func stop(_ mode: String) async throws { try await script(["stop", folder, mode]) }

    /// Stops it and takes its folder away.
    private func remove() async {
        try? await stop("immediate")
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func script(_ arguments: [String]) async throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let process = Process()
        process.executableURL = root.appendingPathComponent(".ci/postgres")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { ended in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        try #require(status == 0, "\(arguments)")
    }
}
