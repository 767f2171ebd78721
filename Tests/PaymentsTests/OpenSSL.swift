import Foundation

/// The program `openssl`.
enum OpenSSL {
    private static let path = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The HMAC-SHA256 of a message in hexadecimal; `nil` when there is no such program.
    static func code(_ message: [UInt8], _ key: String) throws -> String? {
        guard let path else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "message-\(UUID().uuidString)")
        try Data(message).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["dgst", "-sha256", "-hmac", key, "-r", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output.prefix(64), as: UTF8.self)
    }
}
