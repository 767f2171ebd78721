/// What became of a payment does not depend on the order in which it was told.
enum LifecycleRules {
    static let all: [AdapterRule] =
        [
            everySequence, seenEverything, statedTimes,
            sourcesAgree, lateSuccess, expiryByQuery, queryOnly,
        ] + faults
}
