import Foundation
import PaymentIntents

extension Gateway {
    /// Creates a payment: validates, records, sends, settles, in this order.
    ///
    /// The request is recorded under its idempotency key before anything is sent. The same request again is the same
    /// payment in its present state; a request whose outcome is unknown is never sent under a second key.
    ///
    /// - Parameter request: What the merchant asks for.
    /// - Returns: The payment, created at a provider.
    /// - Throws: ``GatewayError``. With ``GatewayError/Code/outcomeUnknown`` the payment is recorded, and is being
    ///   found out about; with ``GatewayError/Code/providerUnavailable`` and ``GatewayError/Code/rateLimited`` nothing
    ///   was accepted anywhere, and the same key may be used again.
    public func create(_ request: PaymentRequest) async throws(GatewayError) -> Payment {
        try request.check(in: environment)
        let now = clock.now
        var generator = random
        let id = PaymentID(at: now, using: &generator)
        let draft = PaymentOrder(request, id: id)
        let candidates: [ProviderAccount]
        do throws(GatewayError) {
            candidates = try router.candidates(for: request, draft)
        } catch {
            // No account can take it now. One may have taken it before, and then this is only a repetition.
            guard let existing = try await holder(of: request) else { throw error }
            return try await resume(existing, with: request, candidates: [])
        }
        guard let first = candidates.first else { throw GatewayError(.unsupported, "no account can take it") }
        let payment = Payment(
            id: id,
            environment: environment,
            request: request,
            account: first.name,
            adapter: first.adapterName,
            at: now,
            leasedUntil: now.addingTimeInterval(Self.lease)
        )
        switch try await record(payment) {
        case .recorded(let payment):
            return try await known(payment) { () throws(GatewayError) in
                guard payment.creation == .recorded else { return try await self.claimed(payment) }
                return try await self.submit(payment, to: candidates)
            }
        case .existing(let existing):
            return try await resume(existing, with: request, candidates: candidates)
        }
    }

    /// Records a payment. Where nobody knows whether it was, it is done again, which says it.
    private func record(_ payment: Payment) async throws(GatewayError) -> RecordOutcome {
        do throws(StoreError) {
            return try await store.record(payment)
        } catch  where error.code == .uncertain {
            do throws(StoreError) {
                let outcome = try await store.record(payment)
                guard case .existing(let existing) = outcome, existing.id == payment.id else { return outcome }
                return .recorded(existing)
            } catch {
                // If it is there, it is sent once its lease is over: nobody may be told that nothing has happened.
                throw GatewayError(
                    .outcomeUnknown,
                    "the payment may be recorded, and the store cannot be asked",
                    paymentID: payment.id,
                    cause: error
                )
            }
        } catch {
            throw GatewayError(error)
        }
    }

    /// Works on a payment that is recorded. When the store fails from here on, nobody knows what came of it: the completer
    /// finds out.
    private func known(
        _ payment: Payment,
        _ work: () async throws(GatewayError) -> Payment
    ) async throws(GatewayError) -> Payment {
        do throws(GatewayError) {
            return try await work()
        } catch {
            guard error.code == .storeUnavailable else { throw error }
            throw GatewayError(
                .outcomeUnknown,
                "the payment is recorded, and the store could not be written since",
                paymentID: payment.id,
                cause: error
            )
        }
    }

    /// The payment that holds a request's key.
    private func holder(of request: PaymentRequest) async throws(GatewayError) -> Payment? {
        try await stored { () throws(StoreError) in
            try await self.store.payment(holding: request.key, kind: request.kind)
        }
    }

    /// Answers a request whose key is taken.
    private func resume(
        _ payment: Payment,
        with request: PaymentRequest,
        candidates: [ProviderAccount]
    ) async throws(GatewayError) -> Payment {
        let differences = payment.request.differences(from: request)
        guard differences.isEmpty else {
            metrics.countRepetition("mismatch", at: payment.account)
            throw GatewayError(
                .idempotencyMismatch,
                "the key was used for another request; different are: \(differences.joined(separator: ", "))",
                paymentID: payment.id
            )
        }
        switch payment.creation {
        case .created:
            metrics.countRepetition("same", at: payment.account)
            return payment
        case .refused:
            metrics.countRepetition("refused", at: payment.account)
            throw GatewayError(.refusedByProvider, "the provider refused this payment", paymentID: payment.id)
        case .recorded, .sending, .unknown:
            if payment.isLeased(at: clock.now) {
                metrics.countRepetition("inProgress", at: payment.account)
                throw .inProgress(payment)
            }
            metrics.countRepetition("resumed", at: payment.account)
            if payment.creation == .recorded { return try await submit(payment, to: candidates) }
            return try await recover(payment)
        }
    }
}

extension PaymentOrder {
    /// A request as a provider would be asked, before a store has made its reference unique.
    init(_ request: PaymentRequest, id: PaymentID) {
        self.init(
            paymentID: id,
            kind: request.kind,
            amount: request.amount,
            reference: request.reference.rawValue,
            method: request.method,
            payee: request.payee,
            expiresIn: request.expiresIn,
            returnURLs: request.returnURLs
        )
    }
}
