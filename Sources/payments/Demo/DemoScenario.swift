import PaymentGateway
import PaymentIntents

/// One payment of the demo, from its creation to the status that it must have in the end.
struct DemoScenario: Sendable {
    /// What happens, in a few words.
    let title: String

    /// The account that it runs through; `nil` leaves it to the route.
    let account: String?

    /// Which way the money goes.
    let kind: PaymentKind

    /// What the payment must be in the end.
    let expected: PaymentStatus

    /// Plays the provider and the customer.
    let play: @Sendable (DemoPlay) async throws -> Void

    init(
        _ title: String,
        on account: String? = nil,
        kind: PaymentKind = .deposit,
        ends expected: PaymentStatus,
        play: @escaping @Sendable (DemoPlay) async throws -> Void
    ) {
        self.title = title
        self.account = account
        self.kind = kind
        self.expected = expected
        self.play = play
    }
}
