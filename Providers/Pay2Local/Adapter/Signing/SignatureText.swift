import PaymentIntents

/// A signature as it travels in the header `x-signature`.
enum SignatureText {
    private static let prefix = "sha256="

    /// The digits behind the prefix `sha256=`, which may stand there in exactly this form; all else is left as it is.
    static func digits(of value: String) -> [UInt8] {
        Array(value.utf8.dropFirst(prefixLength(of: value)))
    }

    /// How many bytes stand in front of the digits.
    static func prefixLength(of value: String) -> Int {
        value.beginsWithBytes(of: prefix) ? prefix.utf8.count : 0
    }
}
