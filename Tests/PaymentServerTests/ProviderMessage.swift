import Foundation
import Signatures

/// A callback that a provider might send: a body, and the headers that sign it.
struct ProviderMessage {
    var body: [UInt8]
    var headers: [(String, String)]

    /// A message of SMS Pay, signed.
    static func smsPay(_ body: [UInt8]) throws -> ProviderMessage {
        ProviderMessage(body: body, headers: [("X-Signature", "sha256=" + (try code(body, Secrets.webhook)))])
    }

    /// A message of SMS Pay's documents, signed.
    static func smsPay(fixture name: String) throws -> ProviderMessage {
        try smsPay(try fixture("SMSPay/Fixtures/\(name)"))
    }

    /// The callback of Pay2Local's documents, its raw body signed in the header.
    static func pay2Local() throws -> ProviderMessage {
        let body = try fixture("Pay2Local/Fixtures/callback-deposit-approved")
        let headers = [
            ("x-signature", try code(body, Secrets.access)),
            ("x-request-id", "c56a4180-65aa-42ec-a945-5fd21dec0538"),
        ]
        return ProviderMessage(body: body, headers: headers)
    }

    /// The signature of a body in hexadecimal.
    static func code(_ body: [UInt8], _ key: String) throws -> String {
        try SigningKey(key.utf8).code(for: body).hexadecimal
    }

    static func fixture(_ path: String) throws -> [UInt8] {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: package.appending(path: "Providers/\(path).json")))
    }

    /// The message as it travels.
    func bytes(to account: String) -> [UInt8] {
        var head = "POST /callbacks/\(account) HTTP/1.1\r\nHost: shop\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}
