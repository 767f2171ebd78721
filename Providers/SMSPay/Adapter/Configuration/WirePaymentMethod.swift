import PaymentIntents

/// A `paymentMethod` of the newer API: `BKASH_SEND_MONEY`, `BKASH_PAYMENT`. The first version has no such field.
///
/// Only these two are documented; the constants of other wallets are not, so any word goes through.
struct WirePaymentMethod: Sendable, Hashable {
    /// The word in upper case, as it is sent.
    let text: String

    /// Takes the word of an answer; some documents write it in lower case.
    init(_ text: String) {
        self.text = text.uppercased()
    }

    /// Takes the word of a configuration file, `nil` if it cannot be a constant.
    init?(configured text: String) {
        let isConstant = text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
        guard isConstant, (1...64).contains(text.utf8.count) else { return nil }
        self.init(text)
    }

    /// The wallet, when the documents say which it is.
    var wallet: PaymentMethod? {
        switch text {
        case "BKASH_SEND_MONEY", "BKASH_PAYMENT": .bkash
        default: nil
        }
    }
}
