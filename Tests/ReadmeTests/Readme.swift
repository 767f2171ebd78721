import Foundation
import Testing

/// The README, and the example that it prints.
enum Readme {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What stands in the block of a language after a line.
    static func block(_ language: String, after line: String) throws -> String {
        let text = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
        let place = try #require(text.range(of: line + "\n"), "the README has no line \(line)")
        let rest = text[place.upperBound...]
        let start = try #require(rest.range(of: "```\(language)\n"))
        let end = try #require(rest[start.upperBound...].range(of: "```"))
        return String(rest[start.upperBound..<end.lowerBound])
    }

    /// What stands between the markers in the example, without the indentation.
    static func example() throws -> String {
        let file = package.appending(path: "Tests/ReadmeTests/Example.swift")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let markers = lines.indices.filter { lines[$0].trimmingCharacters(in: .whitespaces) == "// README" }
        try #require(markers.count == 2)
        let indentation = lines[markers[0]].prefix { $0 == " " }
        return lines[(markers[0] + 1)..<markers[1]]
            .map { $0.hasPrefix(indentation) ? String($0.dropFirst(indentation.count)) : $0 }
            .joined(separator: "\n") + "\n"
    }

    /// The configuration that the README prints, with secrets where it has ellipses.
    static func configuration() throws -> String {
        try block("yaml", after: "## Switch providers")
            .replacing("sk_test_…", with: "sk_test_0123456789abcdef")
            .replacing("whsec_…", with: Secrets.webhook)
            .replacing("accessKey: …", with: "accessKey: access_0123456789abcdef")
            .replacing("publicKey: …", with: "publicKey: public_0123456789abcdef")
    }

    /// A message of SMS Pay's documents.
    static func message(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: package.appending(path: "Providers/SMSPay/Fixtures/\(name).json")))
    }
}
