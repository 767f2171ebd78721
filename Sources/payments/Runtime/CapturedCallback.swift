import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents

/// One callback that somebody saved: its headers in one file, its body in another.
enum CapturedCallback {
    /// Reads it.
    static func read(headers: String, body: String) throws(CommandFailure) -> Callback {
        Callback(headers: try fields(try bytes("headers", headers)), body: try bytes("body", body))
    }

    /// More than a callback can have. What does not end is not read to its end.
    private static let limit = 1 << 20

    private static func bytes(_ option: String, _ path: String) throws(CommandFailure) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { throw unreadable(option) }
        defer { try? file.close() }
        var data = Data()
        do {
            // A pipe gives what it has, so it is asked until there is no more.
            while data.count <= limit, let part = try file.read(upToCount: limit + 1 - data.count), !part.isEmpty {
                data += part
            }
        } catch {
            throw unreadable(option)
        }
        guard data.count <= limit else {
            throw CommandFailure(GatewayError(.invalidRequest, "\(option): the file is larger than 1 MiB"))
        }
        return Array(data)
    }

    private static func unreadable(_ option: String) -> CommandFailure {
        CommandFailure(GatewayError(.invalidRequest, "\(option): the file cannot be read"))
    }

    private static func fields(_ bytes: [UInt8]) throws(CommandFailure) -> HTTPFields {
        var fields = HTTPFields()
        for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = HTTPField.Name(String(decoding: parts[0], as: UTF8.self)) else {
                throw CommandFailure(GatewayError(.invalidRequest, "headers: every line must be `Name: value`"))
            }
            let value = String(decoding: parts[1], as: UTF8.self).trimmingCharacters(in: .whitespaces)
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
    }
}
