import PaymentGateway

extension CallbackAnswer {
    /// Whether the provider is told that its callback was taken.
    var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }
}
