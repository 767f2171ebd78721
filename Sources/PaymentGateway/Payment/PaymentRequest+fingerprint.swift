import PaymentIntents
public import Signatures

extension PaymentRequest {
    /// The fields that make two requests the same one, each as the bytes that are compared.
    ///
    /// The names are those of the command line. The key itself is not among them.
    private var fields: [(name: String, value: String?)] {
        [
            ("kind", kind.rawValue),
            ("amount", String(amount.minorUnits)),
            ("currency", amount.currency.code),
            ("reference", reference.rawValue),
            ("method", method?.rawValue),
            ("payee", payee?.digits),
            ("provider", account?.rawValue),
            ("expires-in", expiresIn.map { String($0.components.seconds) }),
            ("success-url", returnURLs.success?.text),
            ("failure-url", returnURLs.failure?.text),
            ("cancel-url", returnURLs.cancel?.text),
            ("expired-url", returnURLs.expired?.text),
        ]
    }

    /// A SHA-256 over all compared fields, in hexadecimal.
    ///
    /// The form has a version, and every field carries its length, so that no two requests run together.
    ///
    /// - Throws: `LibcryptoFailure` when the system is out of memory.
    public func fingerprint() throws(LibcryptoFailure) -> String {
        var bytes = Array("payment-request/1\n".utf8)
        for (name, value) in fields {
            let length = value.map { String($0.utf8.count) } ?? "-"
            bytes += Array("\(name):\(length):\(value ?? "")\n".utf8)
        }
        return try SHA256Digest(of: bytes.span).hexadecimal
    }

    /// The names of the fields in which another request differs. Values stay where they are.
    ///
    /// - Parameter other: The other request.
    /// - Returns: Names of options of the command line.
    public func differences(from other: PaymentRequest) -> [String] {
        zip(fields, other.fields).filter { $0.value != $1.value }.map(\.0.name)
    }
}
