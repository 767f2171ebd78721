import BuiltInContracts
import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Signatures
import Testing

/// SMS Pay as it would be if it signed a timestamp together with the body. Neither of our providers signs a header.
enum Timestamped {
    static let sample = "1777975260"
    static let timestamp = "X-Timestamp"
    static let signature = "X-Signature"

    /// The subject, with an adapter that finds the timestamp in a way of its own.
    ///
    /// - Parameter reading: Finds the timestamp among all headers of its name; `nil` refuses the callback.
    /// - Returns: The subject.
    /// - Throws: When SMS Pay's subject cannot be made.
    static func subject(
        reading: @escaping @Sendable ([String]) -> String?
    ) throws -> any AdapterSubject {
        let timestamp = try #require(HTTPField.Name(timestamp))
        let signature = try #require(HTTPField.Name(signature))
        let keys = CallbackKeys(try SigningKey(try AdapterSetup().callbackKeys[0].utf8))

        var subject = try SMSPaySubject()
        subject.wire.signing = CallbackSigning(
            headers: [signature],
            coversWholeBody: true,
            signedHeaders: [timestamp]
        ) { body, key in
            let code = try HMACSHA256.hexadecimal(of: message(sample, body), key: key)
            return Callback(headers: [timestamp: sample, signature: code], body: body)
        }
        return Mutant.mutated(subject) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
            adapter.authenticating = { _, callback, verifier throws(CallbackRefusal) in
                guard let time = reading(callback.headers[values: timestamp]), let code = try callback.header(signature)
                else { throw CallbackRefusal(.missing, check: "x-timestamp") }
                let message = message(time, callback.body)
                try verifier.require(code.utf8, of: message.span, by: keys, check: "x-signature")
            }
        }
    }

    private static func message(_ time: String, _ body: [UInt8]) -> [UInt8] {
        Array(time.utf8) + [UInt8(ascii: ".")] + body
    }
}

extension Mutant {
    /// A wrong adapter for SMS Pay as it would be with a signed timestamp.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - reading: Finds the timestamp among all headers of its name; `nil` refuses the callback.
    /// - Returns: The mutant.
    static func timestamped(
        _ description: String,
        caughtBy rule: AdapterRule,
        reading: @escaping @Sendable ([String]) -> String?
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) { try Timestamped.subject(reading: reading) }
    }
}

@Suite("An adapter that reads a signed timestamp as it should")
struct TimestampedTests {
    @Test("keeps each rule about signed headers", arguments: SignedHeaderRules.all)
    func keeps(_ rule: AdapterRule) async throws {
        let subject = try Timestamped.subject { $0.count == 1 ? $0[0] : nil }
        #expect(await rule.verdict(on: subject) == .passed)
    }
}
