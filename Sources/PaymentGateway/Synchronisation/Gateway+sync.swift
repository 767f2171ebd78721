import Foundation
public import PaymentIntents

extension Gateway {
    /// Asks the provider about a payment now, whatever its status is.
    ///
    /// - Parameter id: The payment.
    /// - Returns: The payment afterwards.
    /// - Throws: ``GatewayError``.
    public func sync(_ id: PaymentID) async throws(GatewayError) -> Payment {
        let payment = try await payment(id)
        if payment.isLeased(at: clock.now) {
            throw GatewayError(.inProgress, "the payment is being created", paymentID: id)
        }
        return payment.providerPaymentID == nil ? try await recover(payment) : try await query(payment)
    }

    /// Finds out what became of a creation that has no answer.
    ///
    /// Where the provider knows the same key for the same payment, the same bytes are sent again under it, as long as the
    /// account takes new payments. Elsewhere the provider's list is searched, if it has one. What is left after that is for
    /// a person, or for a callback.
    ///
    /// - Throws: ``GatewayError`` with code ``GatewayError/Code/outcomeUnknown`` when it stays unknown.
    func recover(_ payment: Payment) async throws(GatewayError) -> Payment {
        guard payment.creation != .refused else { return payment }
        let account = try account(of: payment)
        if payment.creation == .recorded {
            throw GatewayError(
                .providerUnavailable,
                "nothing was sent yet; create it again with the same key",
                paymentID: payment.id
            )
        }
        let capabilities = account.adapter.capabilities
        let isRepeatable = capabilities.isCreationIdempotent && payment.kind == .deposit
        if payment.creation != .created, isRepeatable, router.accounts[account.name] != nil {
            do throws(ProviderError) {
                try checkRest(of: account.name)
            } catch {
                throw GatewayError(.outcomeUnknown, error.message, paymentID: payment.id, cause: error)
            }
            do throws(GatewayError) {
                return try await submit(payment, to: [account])
            } catch {
                // The key is known there with other bytes, which ours were before the configuration changed. So the
                // payment exists, and to send it again says no more.
                guard (error.cause as? ProviderError)?.code == .keyConflict, capabilities.operations.contains(.list)
                else { throw error }
            }
        }
        let (now, jitter) = (clock.now, jitter())
        if capabilities.operations.contains(.list), let found = try await find(payment, on: account) {
            return try await adopt(found, for: payment) { $0.creation != .refused }
        }
        if payment.creation == .sending {
            _ = try await modify(payment.id) { current in
                guard current.fence == payment.fence, current.creation == .sending else { return nil }
                return current.unknown(
                    ProviderError(.unavailable, "nobody waited for the answer"),
                    at: now,
                    jitter: jitter
                )
            }
        }
        throw GatewayError(
            payment.creation == .created ? .unsupported : .outcomeUnknown,
            "the provider gave no answer, and has no way to be asked about a payment that it did not name",
            paymentID: payment.id
        )
    }

    /// Looks for a payment by its reference in what the provider lists: the newest few pages.
    private func find(
        _ payment: Payment,
        on account: ProviderAccount
    ) async throws(GatewayError) -> (any ProviderIntent)? {
        do throws(ProviderError) {
            for page in 1...10 {
                guard case .page(let intents, let hasMore) = try await call(.list(page: page), on: account) else {
                    break
                }
                let match = intents.first {
                    $0.kind == payment.kind && $0.reference.utf8.elementsEqual(payment.providerReference.utf8)
                }
                if let match { return match }
                if !hasMore { break }
            }
            return nil
        } catch {
            throw GatewayError(asking: error, about: payment)
        }
    }

    /// The account that a payment runs through, in use or not.
    ///
    /// - Throws: ``GatewayError`` with code ``GatewayError/Code/configuration`` when it is not configured any more.
    func account(of payment: Payment) throws(GatewayError) -> ProviderAccount {
        guard let account = accounts[payment.account] else {
            throw GatewayError(.configuration, "account \(payment.account) is not configured", paymentID: payment.id)
        }
        return account
    }

    /// Asks for the status of a payment that the provider has named.
    private func query(_ payment: Payment) async throws(GatewayError) -> Payment {
        let account = try account(of: payment)
        let answer: ProviderAnswer
        do throws(ProviderError) {
            answer = try await call(.query(payment.lookup), on: account)
        } catch {
            metrics.countQuery("failed", at: account.name)
            throw GatewayError(asking: error, about: payment)
        }
        guard case .intent(let intent) = answer else {
            metrics.countQuery("failed", at: account.name)
            throw GatewayError(.providerUnavailable, "the answer to a query is no payment", paymentID: payment.id)
        }
        let trust = account.adapter.callbackTrust
        let (now, jitter) = (clock.now, jitter())
        var evidence = intent.evidence(from: .query)
        if trust.needsConfirmation, payment.transactionID == nil, evidence.transactionID == nil {
            evidence.transactionID = try await transaction(claimed: evidence.claim, of: payment)
        }
        let asked = try await modify(payment.id) { [evidence] current in
            var change = current.absorbing(evidence, trust: trust.needsConfirmation ? trust : nil, at: now)
            if !change.isNews { change.payment.queriesWithoutNews += 1 }
            let scheduled = QuerySchedule.next(for: change.payment, after: now, jitter: jitter)
            change.payment.nextQueryAt = change.payment.nextQuery(scheduled: scheduled, since: payment)
            return change
        }
        .payment
        metrics.countQuery(asked.queriesWithoutNews == 0 ? "news" : "nothing", at: account.name)
        return asked
    }
}

extension Gateway {
    /// The transaction that a signed callback named when it claimed what the provider confirms now: the confirmation need
    /// not name it again.
    private func transaction(claimed claim: Claim, of payment: Payment) async throws(GatewayError) -> String? {
        let history = try await stored { () throws(StoreError) in try await self.store.history(of: payment.id) }
        return history.last { line in
            line.detail["awaiting"] != nil && line.detail["claimed"] == claim.rawValue && line.detail["differs"] == nil
        }?
        .detail["transactionID"]
    }
}

extension GatewayError {
    /// A question that got no answer. It says nothing about the payment, whatever the provider said: not even that it
    /// knows no such payment.
    fileprivate init(asking error: ProviderError, about payment: Payment) {
        let code: Code = error.code == .rateLimited ? .rateLimited : .providerUnavailable
        self.init(code, error.message, paymentID: payment.id, cause: error)
    }
}
