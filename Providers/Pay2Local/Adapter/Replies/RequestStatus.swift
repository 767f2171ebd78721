import PaymentIntents

/// What became of a payment, in Pay2Local's words.
///
/// Source: Pay2Local API, Payment Callback, `request_status`: `Approved` and `Rejected`. `Success`, `Pending` and
/// `Not Initialized` come from older help texts of the vendor.
enum RequestStatus {
    /// What a word claims. One that nobody documented claims nothing but that a person has to look.
    ///
    /// - Parameter text: The word, in any case.
    /// - Returns: The claim.
    static func claim(_ text: String) -> Claim {
        let word = text.utf8.span
        if word.equalsIgnoringASCIICase("Approved") { return .succeeded }
        if word.equalsIgnoringASCIICase("Rejected") { return .rejected }
        if word.equalsIgnoringASCIICase("Success") { return .succeeded }
        if word.equalsIgnoringASCIICase("Pending") { return .pending }
        if word.equalsIgnoringASCIICase("Not Initialized") { return .pending }
        return .review
    }
}
