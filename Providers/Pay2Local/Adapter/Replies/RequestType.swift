import PaymentIntents

/// Which way the money goes, in Pay2Local's words.
///
/// Source: Pay2Local API, Payment Callback, `request_type`.
enum RequestType {
    /// Reads the word.
    ///
    /// - Parameter text: The word, in any case.
    /// - Returns: The direction, or `nil` for a word that is not documented.
    static func kind(_ text: String) -> PaymentKind? {
        if text.equalsIgnoringASCIICase("Deposit") { return .deposit }
        if text.equalsIgnoringASCIICase("Withdraw") { return .withdrawal }
        return nil
    }
}
