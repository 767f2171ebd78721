import PaymentGateway
import PaymentIntents

extension Payment {
    /// The payment as if something else had been asked for.
    func asking(_ change: (inout PaymentRequest) -> Void) -> Payment {
        var request = request
        change(&request)
        var payment = Payment(
            id: id,
            environment: environment,
            request: request,
            account: account,
            adapter: adapter,
            at: recordedAt,
            leasedUntil: leasedUntil ?? recordedAt
        )
        payment.providerReference = providerReference
        payment.creation = creation
        payment.fence = fence
        payment.leasedUntil = leasedUntil
        payment.providerPaymentID = providerPaymentID
        payment.transactionID = transactionID
        payment.method = method
        payment.offeredAction = offeredAction
        payment.expiresAt = expiresAt
        payment.lifecycle = lifecycle
        payment.sequence = sequence
        payment.updatedAt = updatedAt
        payment.nextQueryAt = nextQueryAt
        payment.queriesWithoutNews = queriesWithoutNews
        return payment
    }
}

extension PaymentStore {
    /// The first payment for which something holds.
    func first(where condition: (Payment) -> Bool) async throws -> Payment? {
        try await payments(matching: PaymentFilter(limit: 500)).first(where: condition)
    }
}
