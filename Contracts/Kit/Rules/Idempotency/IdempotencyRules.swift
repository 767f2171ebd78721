/// One payment at the provider for one payment of ours.
enum IdempotencyRules {
    static let all: [AdapterRule] = [
        sentTwice, otherBody, ownKey, sameBytes, twoOrders, namesPayment,
        afterSilence, oneAfterSilence, foundInList,
        unknownOutcome, rateLimit, definiteNo, wrongCredentials,
    ]
}
