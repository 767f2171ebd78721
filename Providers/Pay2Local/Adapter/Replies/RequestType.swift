import PaymentIntents
import StrictJSON

/// Which way the money goes, in Pay2Local's words.
///
/// Source: Pay2Local API, Payment Callback, `request_type`.
enum RequestType {
    /// Reads the word in a callback, without a copy. A number has bytes as well, and none that are documented.
    ///
    /// - Parameter callback: The JSON object.
    /// - Returns: The direction, or `nil` when there is no word or none that is documented.
    static func kind(in callback: JSONValue) -> PaymentKind? {
        callback[SignedField.requestType.rawValue]?.withUTF8Bytes { kind($0) } ?? nil
    }

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
