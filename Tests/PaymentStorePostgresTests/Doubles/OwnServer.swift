import Foundation
import Testing

/// A server that a test may stop, in a folder of its own.
struct OwnServer: Sendable {
    /// The folder. Short, as it holds a socket.
    let folder = "/tmp/payments-\(UUID().uuidString.prefix(8))"

    /// The URL of its database.
    var url: String { "postgres:///postgres?user=payments&host=\(folder)" }

    /// Starts it, new or again.
    func start(_ settings: String...) throws { try script(["start", folder] + settings) }

    /// Stops it.
    func stop(_ mode: String) throws { try script(["stop", folder, mode]) }

    /// Stops it and takes its folder away.
    func remove() {
        try? stop("immediate")
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func script(_ arguments: [String]) throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let process = Process()
        process.executableURL = root.appendingPathComponent(".ci/postgres")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments)")
    }
}
