/// What has to hold, whatever goes wrong.
public enum Invariant: String, Sendable, Hashable, CaseIterable {
    case oneKeyOnePayment = "one key is one payment"
    case requestsAreAnswered = "every request gets an answer that it can be repeated after"
    case nothingIsStuck = "what was begun is finished without being asked again"
    case nothingTwice = "nothing is ordered twice"
    case sameKeySameBytes = "what is sent again has the same key and bytes"
    case onlyKnownAddresses = "nothing is sent to a stranger"
    case restIsKept = "a provider that wants rest is left alone"

    case callbacksAreAnswered = "callbacks are answered by what they are"
    case acknowledgedIsKept = "what was acknowledged is kept, once, and folded"
    case forgedLeavesNothing = "what is not authentic leaves no row"
    case ownCallbacksOnly = "no account speaks for another"
    case believedOfWhoMaySay = "a success is believed only of whom may say it"

    case statusFollowsClaims = "the status follows from the claims"
    case historyIsWhole = "no line of the history is missing"
    case historyOnlyGrows = "what was committed never changes"

    case toldAsClaimed = "the merchant is told each change once, under one id"
    case toldInOrder = "the merchant is told in order"
    case reallyTold = "what counts as told was told"
    case changesWithoutGap = "changes are read without a gap"

    case providersAgree = "providers and store agree"
    case comesToRest = "the work comes to rest"
}
