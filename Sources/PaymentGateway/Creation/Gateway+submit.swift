import Foundation
import Logging
import PaymentIntents

extension Gateway {
    /// How often an idempotent creation is sent before its outcome counts as unknown.
    private static let triesWhenIdempotent = 3

    /// Sends a recorded payment to the first account that may have accepted it.
    ///
    /// The next account is tried only while it is certain that none before it accepted anything. Of a payment that was
    /// sent before, nothing but an answer is certain: an error of the present try says nothing about the earlier one.
    ///
    /// - Parameters:
    ///   - payment: The payment.
    ///   - candidates: The accounts, in the order in which they are tried.
    ///   - retryAt: When the completer tries again, should none be reached; `nil` when the merchant is told, and may
    ///     repeat the request.
    /// - Returns: The payment, created at a provider.
    /// - Throws: ``GatewayError``, see ``create(_:)``.
    func submit(
        _ payment: Payment,
        to candidates: [ProviderAccount],
        retryAt: Date? = nil
    ) async throws(GatewayError) -> Payment {
        var payment = payment
        var obstacle: ProviderError?
        let wasSent = payment.creation != .recorded
        for account in candidates {
            if account.name != payment.account {
                payment = try await move(payment, to: account)
                guard payment.creation == .recorded else { return try await claimed(payment) }
            }
            payment = try await lease(payment, for: account)
            switch await send(payment.order, on: account) {
            case .success(let intent):
                metrics.countCreation("created", at: account.name)
                return try await settle(payment, with: intent)
            case .failure(let error) where error.consequence == .nothingAccepted && !wasSent:
                obstacle = error
                metrics.countCreation("notAccepted", at: account.name)
                log(error, of: payment)
            case .failure(let error):
                metrics.countCreation(error.consequence == .refused ? "refused" : "unknown", at: account.name)
                return try await settle(payment, with: error)
            }
        }
        try await release(payment, retryAt: retryAt)
        let error = obstacle ?? ProviderError(.notConnected, "no account could be reached")
        throw GatewayError(error, paymentID: payment.id)
    }

    /// Makes a payment that nobody has accepted one of another account, before it is sent there: the callbacks that wait
    /// for it under that account are folded in with that.
    private func move(_ payment: Payment, to account: ProviderAccount) async throws(GatewayError) -> Payment {
        let outcome = try await modify(payment.id) { current in
            guard current.fence == payment.fence, current.creation == payment.creation else { return nil }
            var moved = current
            // The lease goes on: nobody else sends it meanwhile, and whoever finds it left behind may.
            moved.creation = .recorded
            moved.account = account.name
            moved.adapter = account.adapterName
            return PaymentChange(moved)
        }
        guard outcome.isChanged else { throw .inProgress(payment) }
        return outcome.payment
    }

    /// Answers for a payment of which a callback has been waiting: the provider has a payment of this name, whoever asked
    /// for it and forgot. A second one might be paid as well.
    func claimed(_ payment: Payment) async throws(GatewayError) -> Payment {
        payment.creation == .created ? payment : try await recover(payment)
    }

    /// Takes the right to send a payment, under a fence that grows.
    private func lease(_ payment: Payment, for account: ProviderAccount) async throws(GatewayError) -> Payment {
        let now = clock.now
        let outcome = try await modify(payment.id) { current in
            guard current.fence == payment.fence, current.creation == payment.creation else { return nil }
            var sending = current
            sending.creation = .sending
            sending.account = account.name
            sending.adapter = account.adapterName
            sending.fence += 1
            sending.leasedUntil = now.addingTimeInterval(Self.lease)
            sending.nextQueryAt = sending.leasedUntil
            return PaymentChange(sending)
        }
        guard outcome.isChanged else { throw .inProgress(payment) }
        return outcome.payment
    }

    /// Sends a creation; more than once only where the provider takes the same key for the same payment, and never a
    /// withdrawal.
    ///
    /// Once a try may have been accepted, no later one makes it certain that nothing was: no connection, a breaker that
    /// opened meanwhile or a 429 then count as no answer.
    private func send(
        _ order: PaymentOrder,
        on account: ProviderAccount
    ) async -> Result<any ProviderIntent, ProviderError> {
        let isRepeatable = order.kind == .deposit && account.adapter.capabilities.isCreationIdempotent
        let tries = isRepeatable ? Self.triesWhenIdempotent : 1
        let deadline = clock.now.addingTimeInterval(Self.lease / 2)
        var tried = 1
        while true {
            do throws(ProviderError) {
                guard case .intent(let intent) = try await call(.create(order), on: account) else {
                    return .failure(ProviderError(.unreadable, "the answer to a creation is no payment"))
                }
                return .success(intent)
            } catch {
                guard error.code == .unavailable, tried < tries, clock.now < deadline else {
                    guard tried > 1, error.consequence == .nothingAccepted else { return .failure(error) }
                    var uncertain = error
                    uncertain.code = .unavailable
                    return .failure(uncertain)
                }
                try? await clock.sleep(for: .milliseconds(200 * tried))
                tried += 1
            }
        }
    }

    /// Writes down what the provider created.
    ///
    /// - Throws: ``GatewayError`` with code ``GatewayError/Code/inProgress`` when somebody else has taken the payment
    ///   over meanwhile, and has not settled it yet.
    private func settle(_ payment: Payment, with intent: any ProviderIntent) async throws(GatewayError) -> Payment {
        let settled = try await adopt(intent, for: payment) { $0.fence == payment.fence }
        guard settled.creation == .created else { throw .inProgress(payment) }
        return settled
    }

    /// Takes what a provider shows as the payment that we asked for.
    ///
    /// A provider that gives one name to two payments leaves it open which of them is paid: the second one stays without
    /// a name, and is for a person.
    ///
    /// - Parameters:
    ///   - intent: What the provider shows.
    ///   - payment: The payment.
    ///   - isOurs: Whether the payment, as it is by now, may still be changed by us.
    /// - Returns: The payment afterwards.
    /// - Throws: ``GatewayError``.
    func adopt(
        _ intent: any ProviderIntent,
        for payment: Payment,
        if isOurs: @escaping @Sendable (Payment) -> Bool
    ) async throws(GatewayError) -> Payment {
        let (now, jitter) = (clock.now, jitter())
        do throws(GatewayError) {
            return try await modify(payment.id) { current in
                isOurs(current) ? current.created(as: intent, since: payment, at: now, jitter: jitter) : nil
            }
            .payment
        } catch {
            guard (error.cause as? StoreError)?.code == .rejected else { throw error }
            logger.error("the provider gave one id to two payments", metadata: ["payment": "\(payment.id)"])
            return try await modify(payment.id) { current in
                isOurs(current) ? current.createdUnderTakenName(at: now) : nil
            }
            .payment
        }
    }

    /// Writes down that the provider refused, or that nobody knows.
    ///
    /// - Returns: The payment, when the provider has spoken of it by another way meanwhile: then it has it.
    private func settle(_ payment: Payment, with error: ProviderError) async throws(GatewayError) -> Payment {
        log(error, of: payment)
        let (now, jitter) = (clock.now, jitter())
        let isRefused = error.consequence == .refused
        let outcome = try await modify(payment.id) { current in
            guard current.fence == payment.fence else { return nil }
            if isRefused { return current.refused(error, at: now) }
            return current.creation == .created
                ? current.answerLost(error, at: now) : current.unknown(error, at: now, jitter: jitter)
        }
        if outcome.payment.creation == .created { return outcome.payment }
        guard outcome.isChanged else { throw .inProgress(payment) }
        let code: GatewayError.Code = isRefused ? .refusedByProvider : .outcomeUnknown
        throw GatewayError(code, error.message, paymentID: payment.id, cause: error)
    }

    /// Gives the payment back: nothing was accepted anywhere, and the same key may be used again.
    private func release(_ payment: Payment, retryAt: Date?) async throws(GatewayError) {
        let now = clock.now
        _ = try await modify(payment.id) { current in
            guard current.fence == payment.fence, current.creation == .sending else { return nil }
            var released = current
            released.creation = .recorded
            // Where the completer tries again, a lease that has run out says so.
            released.leasedUntil = retryAt == nil ? nil : now
            released.nextQueryAt = retryAt
            return PaymentChange(released)
        }
    }

    private func log(_ error: ProviderError, of payment: Payment) {
        logger.notice(
            "creation not accepted",
            metadata: ["payment": "\(payment.id)", "account": "\(payment.account)", "code": "\(error.code.rawValue)"]
        )
    }

    /// A random number from 0 to 1, to spread what would otherwise happen at once.
    func jitter() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
}

extension GatewayError {
    /// Somebody else is sending a payment.
    static func inProgress(_ payment: Payment) -> GatewayError {
        GatewayError(.inProgress, "the same request is being worked on", paymentID: payment.id)
    }
}
