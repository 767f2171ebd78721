import Foundation
import PaymentIntents

/// What must not be found in anything that prints itself, in whichever form.
struct Canaries: Sendable {
    private let secrets: [Canary]

    /// The account's secrets, and what else must not show.
    init(_ setup: AdapterSetup, and others: [String] = []) {
        secrets = ([setup.credential] + setup.callbackKeys + others).map(Canary.init)
    }

    /// Finds one of them in a value's description, its debug description or its dump.
    ///
    /// - Parameters:
    ///   - value: Anything.
    ///   - about: What it is.
    /// - Throws: ``ContractViolation``.
    func requireNone(in value: Any, _ about: String) throws(ContractViolation) {
        var dumped = ""
        dump(value, to: &dumped)
        for (text, way) in [
            (String(describing: value), "description"), (String(reflecting: value), "debug description"),
            (dumped, "dump"),
        ] {
            let numbers = text.split { !$0.isASCII || !$0.isNumber }.map { UInt8($0) }
            for secret in secrets {
                try require(
                    !secret.isIn(text, numbers),
                    sent: about,
                    came: "\(secret.text) in its \(way): \(text.prefix(500))",
                    due: "nothing secret in it, be it as text, bytes, hexadecimal digits or base64"
                )
            }
        }
    }
}

/// One secret, as text and in other writings of its bytes.
private struct Canary: Sendable {
    let text: String
    private let bytes: [UInt8?]
    private let hexadecimal: String
    private let base64: [String]

    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        self.bytes = bytes
        hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // Wherever it stands in what was encoded, one of these groups of three bytes begins with it.
        base64 = (0..<3)
            .map { skipped in
                let whole = bytes.dropFirst(skipped)
                return Data(whole.prefix(whole.count / 3 * 3)).base64EncodedString()
            }
    }

    func isIn(_ searched: String, _ numbers: [UInt8?]) -> Bool {
        let digits = searched.lowercased()
        let plain = searched.replacing("-", with: "+").replacing("_", with: "/")
        return searched.contains(text) || digits.contains(hexadecimal) || base64.contains { plain.contains($0) }
            || !numbers.ranges(of: bytes).isEmpty
    }
}
