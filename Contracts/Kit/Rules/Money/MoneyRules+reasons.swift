/// Why the rules are there; each holds for answers and for callbacks alike.
extension MoneyRules {
    static let forms = "500, 500.0 and \"500.00\" are one amount, however a provider writes it today."

    static let junk = "What is not a plain decimal is no amount: whoever reads the digits in it reads somebody's else."

    static let exact = "Every amount is read to the last minor unit; none goes through floating point."

    static let bounds =
        "The largest amount is read exactly or not at all, and what is larger never wraps into another one."

    static let otherAmount =
        "Another amount is reported as it stands and comes out as a difference, be it one minor unit."

    static let otherCurrency =
        "As many of another currency, or of no known one, is never the amount that was asked for."

    static let missing = "A success that names no amount is none."
}
