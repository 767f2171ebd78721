import Foundation
import HTTPTypes
import PaymentIntents

/// A header that is signed together with the body counts like the body: byte for byte.
enum SignedHeaderRules {
    static let all: [AdapterRule] = [everyByte, present, once]

    private static let needed = ContractRequirement<any AdapterSubject>("signed headers") {
        !$0.wire.signing.signedHeaders.isEmpty
    }

    static let everyByte = AdapterRule(
        "callback.signed-header.every-byte",
        "Who reads a signed header as a number and signs it anew takes a header that nobody signed.",
        needs: needed
    ) { subject in
        try check(subject) { name, value in
            let changed = value.indices.map { index in
                value.replacingCharacters(in: index...index, with: value[index] == "1" ? "2" : "1")
            }
            // The last two are the same number to whoever reads one.
            return (changed + ["", "0" + value, "+" + value]).map { [HTTPField(name: name, value: $0)] }
        }
    }

    static let present = AdapterRule(
        "callback.signed-header.present",
        "Without the header nobody knows what was signed.",
        needs: needed
    ) { subject in
        try check(subject) { _, _ in [[]] }
    }

    static let once = AdapterRule(
        "callback.signed-header.once",
        "Of two headers of one name, one reader takes the first and another the last.",
        needs: needed
    ) { subject in
        try check(subject) { name, value in
            let signed = HTTPField(name: name, value: value)
            let other = HTTPField(name: name, value: "1" + value)
            return [[signed, other], [other, signed], [signed, signed]]
        }
    }

    /// Puts other fields in the place of each signed header, and wants every such callback refused.
    private static func check(
        _ subject: any AdapterSubject,
        with fields: (HTTPField.Name, String) -> [[HTTPField]]
    ) throws {
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        for name in subject.wire.signing.signedHeaders {
            guard let value = callback.headers[name] else {
                throw ContractViolation(sent: "a signed body", came: "no \(name)", due: "the header that is signed")
            }
            for changed in fields(name, value) {
                var headers = callback.headers
                headers[fields: name] = changed
                let outcome = CallbackOutcome(of: Callback(headers: headers, body: callback.body), at: adapter)
                try require(
                    outcome.isRefused,
                    sent: "a genuine callback with \(name) exchanged for \(changed.map(\.value))",
                    came: "\(outcome)",
                    due: "refused"
                )
            }
        }
    }
}
