import PaymentIntents

/// Which way the money goes, in Pay2Local's words.
///
/// Source: Pay2Local API, Payment Callback, `request_type`.
enum RequestType {
    /// Reads the word.
    ///
    /// - Parameter word: The UTF-8 bytes of the word, in any case.
    /// - Returns: The direction, or `nil` for a word that is not documented.
    static func kind(_ word: borrowing Span<UInt8>) -> PaymentKind? {
        if word.equalsIgnoringASCIICase("Deposit") { return .deposit }
        if word.equalsIgnoringASCIICase("Withdraw") { return .withdrawal }
        return nil
    }
}
