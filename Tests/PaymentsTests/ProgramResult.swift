import Foundation
import Testing

/// How the program ended, and what it printed.
struct ProgramResult: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The objects on standard output, one a line.
    func objects() throws -> [JSONObject] { try lines.map(JSONObject.init) }

    /// The one object on standard output.
    func object() throws -> JSONObject {
        try #require(lines.count == 1, "\(output)\(errors)")
        return try JSONObject(lines[0])
    }

    /// The error on standard error: one line, one object of one member.
    func error() throws -> JSONObject {
        let lines = errors.split(separator: "\n").map(String.init)
        try #require(lines.count == 1, "\(errors)")
        #expect(output.isEmpty)
        let document = try JSONObject(lines[0])
        #expect(document.keys == ["error"])
        let error = try document.object("error")
        #expect(error.keys == ["code", "message", "retryable"])
        return error
    }
}
