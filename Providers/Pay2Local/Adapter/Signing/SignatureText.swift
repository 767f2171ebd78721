/// A signature as it travels in the header `x-signature`.
enum SignatureText {
    private static let prefix = "sha256="

    /// The digits behind the prefix `sha256=`, which may stand there in exactly this form; all else is left as it is.
    static func digits(of value: String) -> [UInt8] {
        value.utf8.starts(with: prefix.utf8) ? Array(value.utf8.dropFirst(prefix.utf8.count)) : Array(value.utf8)
    }
}
