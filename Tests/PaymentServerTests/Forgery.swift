import Testing

/// One way to send a callback that is not authentic.
struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String

    /// The signature headers, made from the hexadecimal digits of the right code.
    let headers: @Sendable (String) -> [(String, String)]

    init(_ name: String, _ headers: @escaping @Sendable (String) -> [(String, String)]) {
        testDescription = name
        self.headers = headers
    }

    static let all = [
        Forgery("no signature") { _ in [] },
        Forgery("an empty signature") { _ in [("X-Signature", "")] },
        Forgery("the code of another key") { _ in [("X-Signature", "sha256=" + String(repeating: "0f", count: 32))] },
        Forgery("the same signature twice") { [("X-Signature", "sha256=\($0)"), ("X-Signature", "sha256=\($0)")] },
        Forgery("a right and a wrong one in one header") { [("X-Signature", "sha256=\($0), sha256=00")] },
        Forgery("a right one beside a wrong newer one") {
            [("X-Signature", "sha256=\($0)"), ("X-Webhook-Signature", "sha256=" + String(repeating: "00", count: 32))]
        },
        Forgery("no prefix") { [("X-Signature", $0)] },
        Forgery("a prefix in capitals") { [("X-Signature", "SHA256=\($0)")] },
        Forgery("a blank after the prefix") { [("X-Signature", "sha256= \($0)")] },
        Forgery("63 digits") { [("X-Signature", "sha256=\($0.dropLast())")] },
        Forgery("65 digits") { [("X-Signature", "sha256=\($0)0")] },
        Forgery("full-width digits") { code in
            [("X-Signature", "sha256=" + String(repeating: "\u{FF10}", count: 64))]
        },
    ]
}
