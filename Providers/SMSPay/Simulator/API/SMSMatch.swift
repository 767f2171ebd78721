/// What the matcher made of a wallet message, in the provider's words.
enum SMSMatch: String, Sendable {
    /// The amounts are equal: the intent is paid.
    case matched = "MATCHED"
    /// The amounts differ: an operator has to look.
    case reviewRequired = "REVIEW_REQUIRED"
    /// The intent had expired and stays so.
    case expired = "EXPIRED"
    /// The message was already used.
    case duplicate = "DUPLICATE"
    /// The intent was already decided otherwise.
    case failed = "FAILED"
}
