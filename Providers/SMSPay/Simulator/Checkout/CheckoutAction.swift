/// What the buttons of the hosted checkout do.
enum CheckoutAction: String, Sendable, CaseIterable {
    /// The right amount is paid.
    case pay
    /// One taka too much is paid.
    case payWrongAmount = "pay-wrong-amount"
    /// The customer goes back; the intent goes on waiting, as no document says otherwise.
    case cancel
    /// The time runs out.
    case expire
}
