import Foundation
import Testing

/// The wire messages of Pay2Local's pages, word for word, as they lie beside the adapter.
enum Fixture: String, CaseIterable {
    case callbackDepositApproved = "callback-deposit-approved"
    case callbackAcknowledgement = "callback-acknowledgement"
    case createDepositAnswer = "create-deposit-answer"
    case createWithdrawalAnswer = "create-withdrawal-answer"
    case statusAnswer = "status-answer"
    case balanceAnswer = "balance-answer"
    case errorNotAuthorized = "error-not-authorized"

    var bytes: [UInt8] {
        get throws {
            let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
            let file = package.appending(path: "Providers/Pay2Local/Fixtures/\(rawValue).json")
            return [UInt8](try Data(contentsOf: file))
        }
    }

    /// The message with one text replaced by another.
    func replacing(_ text: String, with other: String) throws -> [UInt8] {
        let message = String(decoding: try bytes, as: UTF8.self)
        try #require(message.contains(text), "the fixture does not contain \(text)")
        return Array(message.replacing(text, with: other).utf8)
    }
}
