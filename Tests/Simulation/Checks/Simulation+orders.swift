import PaymentGateway
import PaymentIntents

/// Whether every order of the merchant's came to something.
extension Simulation {
    /// Looks at everything once more, at the end.
    func checkEverything() throws {
        let ids = watch.payments.keys.sorted()
        world.touched.with { $0.formUnion(ids) }
        try checkTouched()
        counts.payments = ids.count
        counts.withdrawals = watch.payments.values.count { $0.payment.kind == .withdrawal }
        try checkOrders()
        try checkAgreement()
        try checkInbox()
        try checkOutbox()
    }

    /// What was begun is finished, before the merchant asks again.
    func checkNothingIsStuck() throws {
        for payment in watch.payments.values.map(\.payment) {
            switch payment.creation {
            case .recorded where payment.nextQueryAt != nil, .sending:
                throw Violation(of: .nothingIsStuck, "\(alias(payment.id)) is still \(payment.creation.rawValue)")
            case .unknown where payment.account.rawValue == "wallets":
                throw Violation(
                    of: .nothingIsStuck,
                    "\(alias(payment.id)) is still unknown, and SMS Pay could be asked"
                )
            case .recorded, .unknown, .created, .refused: break
            }
        }
    }

    private func checkOrders() throws {
        let payments = watch.payments.values.map(\.payment)
        for order in orders {
            let own = payments.filter { $0.request.key == order.request.key && $0.kind == order.request.kind }
            guard own.count == 1, let payment = own.first else {
                throw Violation(of: .oneKeyOnePayment, "order \(order.number) is \(own.count) payments")
            }
            guard order.paymentID == payment.id else {
                throw Violation(of: .oneKeyOnePayment, "order \(order.number) was answered with another payment")
            }
            guard order.inFlight == 0 else {
                throw Violation(of: .requestsAreAnswered, "order \(order.number) got no answer")
            }
            guard payment.creation != .recorded, payment.creation != .sending else {
                throw Violation(of: .nothingIsStuck, "order \(order.number) is still \(payment.creation.rawValue)")
            }
        }
    }
}
