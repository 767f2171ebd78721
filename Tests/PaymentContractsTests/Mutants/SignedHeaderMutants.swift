@testable import PaymentContracts
import PaymentIntents

/// SMS Pay's messages, signed together with a timestamp as other providers do it, at adapters that read that wrongly.
enum SignedHeaderMutants {
    static let all: [Mutant] = [
        .timestamped("signs a timestamp anew that it has read as a number", caughtBy: SignedHeaderRules.everyByte) {
            headers in
            guard headers.count == 1, let seconds = headers.first.flatMap({ Int($0) }) else { return nil }
            return String(seconds)
        },
        .timestamped("makes up a timestamp that is not given", caughtBy: SignedHeaderRules.present) { headers in
            headers.count > 1 ? nil : headers.first ?? Timestamped.sample
        },
        .timestamped("takes the first of two timestamps", caughtBy: SignedHeaderRules.once) { $0.first },
    ]
}
