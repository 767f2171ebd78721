import Foundation
import HTTPTypes
import PaymentIntents
import Signatures
import Testing

/// A webhook of SMS Pay that the test sends itself.
struct ProviderMessage {
    let body: [UInt8]
    private var headers: HTTPFields = [.contentType: "application/json"]

    init(body: [UInt8]) {
        self.body = body
    }

    /// A sample of the documents, signed.
    static func smsPay(_ fixture: String) throws -> ProviderMessage {
        let file = Fixture.folder.appending(path: "SMSPay/Fixtures/\(fixture).json")
        return try ProviderMessage(body: Array(try Data(contentsOf: file))).signed(by: Keys.webhook)
    }

    /// The message with the signature of a secret; of none with an empty one.
    func signed(by secret: String) throws -> ProviderMessage {
        let code = secret.isEmpty ? "" : try SigningKey(secret.utf8).code(for: body).hexadecimal
        return try with("X-Signature", "sha256=\(code)")
    }

    func with(_ name: String, _ value: String) throws -> ProviderMessage {
        var message = self
        message.headers[try #require(HTTPField.Name(name))] = value
        return message
    }

    /// Sends it to the endpoint of an account.
    ///
    /// - Parameters:
    ///   - town: where.
    ///   - account: whose endpoint.
    ///   - method: how.
    ///   - isWrong: whether the request is one that the file does not allow.
    /// - Returns: the answer.
    /// - Throws: `ProviderError` when there is none.
    func send(
        _ town: Town,
        to account: String = "wallets",
        by method: HTTPRequest.Method = .post,
        wrong isWrong: Bool = false
    ) async throws -> ProviderResponse {
        let url = "\(Servers.ours)/callbacks/\(account)"
        let request = ProviderRequest(method: method, url: url, headers: headers, body: body)
        return try await town.wire.carry(request, as: isWrong ? .wrong(operation: "receiveCallback") : .callback)
    }
}
