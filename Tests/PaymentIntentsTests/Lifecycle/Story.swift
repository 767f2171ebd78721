import PaymentIntents
import Testing

/// What happens to one payment, step by step, and what the merchant is told at each.
struct Story: Sendable {
    /// Something is said, and the merchant is told this or nothing.
    struct Step: Sendable {
        let input: Input
        let announcement: PaymentStatus?
    }

    let title: String
    let steps: [Step]
    let ending: PaymentStatus
    var isLate = false

    static let all: [Story] = [
        Story(
            title: "the customer pays in time",
            steps: [.says(.pending, tells: .pending), .says(.succeeded, tells: .succeeded)],
            ending: .succeeded
        ),
        Story(
            title: "the callback overtakes the answer to the creation",
            steps: [.says(.succeeded, tells: .succeeded), .says(.pending)],
            ending: .succeeded
        ),
        Story(
            title: "the provider repeats itself for months",
            steps: [.says(.succeeded, tells: .succeeded), .says(.succeeded), .says(.succeeded)],
            ending: .succeeded
        ),
        Story(
            title: "the customer pays after the time has passed",
            steps: [
                .says(.pending, tells: .pending), .says(.expired, tells: .expired),
                .says(.succeeded, tells: .succeeded),
            ],
            ending: .succeeded,
            isLate: true
        ),
        Story(
            title: "expiry arrives after the payment it raced with",
            steps: [.says(.succeeded, tells: .succeeded), .says(.expired)],
            ending: .succeeded,
            isLate: true
        ),
        Story(
            title: "the customer turns back, and pays all the same",
            steps: [.says(.cancelled, tells: .cancelled), .says(.succeeded, tells: .succeeded)],
            ending: .succeeded,
            isLate: true
        ),
        Story(
            title: "Approved, then Rejected: told, even though the success was told already",
            steps: [.says(.succeeded, tells: .succeeded), .says(.rejected, tells: .conflicted)],
            ending: .conflicted
        ),
        Story(
            title: "Rejected, then Approved: the success is never told",
            steps: [.says(.rejected, tells: .rejected), .says(.succeeded, tells: .conflicted)],
            ending: .conflicted
        ),
        Story(
            title: "a failure that was paid after all",
            steps: [.says(.failed, tells: .failed), .says(.succeeded, tells: .conflicted)],
            ending: .conflicted
        ),
        Story(
            title: "another amount is paid, and a person finds it right",
            steps: [
                .says(.pending, tells: .pending), .says(.review, tells: .requiresReview),
                .decides(.succeeded, tells: .succeeded), .says(.succeeded),
            ],
            ending: .succeeded
        ),
        Story(
            title: "a person decides that a conflict was a success, of which the merchant knows",
            steps: [
                .says(.succeeded, tells: .succeeded), .says(.rejected, tells: .conflicted), .decides(.succeeded),
            ],
            ending: .succeeded
        ),
        Story(
            title: "a person gives the money back, and the provider goes on saying that it came",
            steps: [
                .says(.rejected, tells: .rejected), .says(.succeeded, tells: .conflicted),
                .decides(.rejected, tells: .rejected), .says(.succeeded),
            ],
            ending: .rejected
        ),
        Story(
            title: "two people decide differently",
            steps: [
                .says(.review, tells: .requiresReview), .decides(.succeeded, tells: .succeeded),
                .decides(.rejected, tells: .conflicted),
            ],
            ending: .conflicted
        ),
        Story(
            title: "the provider refuses the creation",
            steps: [.says(.failed, tells: .failed), .says(.expired)],
            ending: .failed
        ),
    ]
}

extension Story.Step {
    static func says(_ claim: Claim, tells announcement: PaymentStatus? = nil) -> Self {
        Self(input: .claim(claim), announcement: announcement)
    }

    static func decides(_ resolution: Resolution, tells announcement: PaymentStatus? = nil) -> Self {
        Self(input: .resolution(resolution), announcement: announcement)
    }
}

extension Story: CustomTestStringConvertible {
    var testDescription: String { title }
}
