/// What the merchant does now to bring the payment on.
public enum NextAction: Sendable, Hashable {
    /// Send the customer's browser to the provider's page.
    case redirect(WebURL)

    /// Show the customer how to pay by hand.
    case instructions(PaymentInstructions)

    /// Nothing: wait.
    case none
}
