/// What a signature over fields does not tell apart.
extension SigningRecipe {
    /// Whether a callback of this reference could be cut into its fields in another way, and be one of another payment.
    ///
    /// The values are joined as they stand: with the separator in it, a reference says what the fields behind it are. It is
    /// the one value that comes from outside of Pay2Local, and others have every right to the separator, such as a time to
    /// `:`. In JSON a value ends where it ends, and an empty separator keeps nothing apart.
    ///
    /// - Parameter reference: What stands in `merchant_payment_id`, or is to stand there.
    /// - Returns: Whether the separator is in it, or begins or ends in it.
    func isAmbiguous(for reference: String) -> Bool {
        guard format != .json, !separator.isEmpty, fields.contains(.merchantPaymentID) else { return false }
        let mark = Array(separator.utf8)
        let text: [UInt8] = mark + Array(reference.utf8) + mark
        return (1..<text.count - mark.count).contains { text[$0...].starts(with: mark) }
    }
}
