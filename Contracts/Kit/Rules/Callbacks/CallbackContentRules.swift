/// What an authentic callback says is taken as it stands, and kept apart when it is not ours.
enum CallbackContentRules {
    static let all: [AdapterRule] = [
        words, unknownWords, nearWords, otherCase,
        required, otherEnvironment, unknownEnvironment,
        amountForms, missingAmount, missingCurrency, otherKind,
        otherPaymentID, otherReference, names,
        unknownMembers, form, repeatedNames, malformed, extremes,
        acknowledgements, challenges, acknowledgementSecrets,
        confirmed, unsignedHint, signedAndConfirmed,
        repeatable, concurrent,
    ]
}
