public import Foundation
public import PaymentIntents

extension Gateway {
    /// How far outside a period the other side of a payment is looked for: the two clocks differ, and a creation may
    /// have been sent long after it was recorded.
    private static let margin: TimeInterval = 86_400

    /// How many pages a list may have. A provider that says for ever that there is more holds us up no longer than this.
    private static let mostPages = 10_000

    /// Compares what a provider shows with what we hold, and changes nothing.
    ///
    /// Where the provider lists payments, both sides are compared; elsewhere it is asked about each payment of ours.
    ///
    /// - Parameters:
    ///   - name: The account.
    ///   - period: By the times of recording.
    /// - Returns: What was compared, and every difference.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/configuration`` for an account that is not configured, and whatever
    ///   keeps the provider's list or the store from being read.
    public func reconcile(
        _ name: AccountName,
        during period: Range<Date>
    ) async throws(GatewayError) -> Reconciliation {
        guard let account = accounts[name] else {
            throw GatewayError(.configuration, "account \(name) is not configured")
        }
        let wide =
            period.lowerBound.addingTimeInterval(-Self.margin)..<period.upperBound.addingTimeInterval(Self.margin)
        let payments = try await payments(of: name, during: wide)
        var result = Reconciliation(account: name, period: period)
        if account.adapter.capabilities.operations.contains(.list) {
            try await compare(payments, withListOf: account, into: &result)
        } else {
            await compare(payments.filter { period.contains($0.recordedAt) }, byAsking: account, into: &result)
        }
        return result
    }

    private func compare(
        _ payments: [Payment],
        withListOf account: ProviderAccount,
        into result: inout Reconciliation
    ) async throws(GatewayError) {
        var shown = ShownPayments(try await intents(of: account))
        for payment in payments {
            let intent = shown.take(payment)
            // What nobody accepted, as far as we know, is nothing to compare, unless it is shown all the same.
            guard result.period.contains(payment.recordedAt), payment.creation != .recorded || intent != nil else {
                continue
            }
            result.ours += 1
            if let intent {
                result.theirs += 1
                result.differences += [ReconciliationDifference.between(payment, intent)].compactMap(\.self)
            } else if payment.creation != .refused {
                // It may have moved from one page to another while the list was read.
                await compare(payment, byAsking: account, into: &result)
            }
        }
        for intent in shown.rest where intent.createdAt.map(result.period.contains) ?? true {
            result.theirs += 1
            result.differences.append(
                ReconciliationDifference(
                    .unknownHere,
                    nil,
                    intent,
                    explanation: "it was not created here, or the store is not the one that it was created with"
                )
            )
        }
    }

    private func compare(
        _ payments: [Payment],
        byAsking account: ProviderAccount,
        into result: inout Reconciliation
    ) async {
        for payment in payments where payment.creation != .recorded && payment.creation != .refused {
            result.ours += 1
            await compare(payment, byAsking: account, into: &result)
        }
    }

    private func compare(
        _ payment: Payment,
        byAsking account: ProviderAccount,
        into result: inout Reconciliation
    ) async {
        let status = payment.status.rawValue
        guard payment.providerPaymentID != nil, account.adapter.capabilities.operations.contains(.query) else {
            result.differences.append(.notShown(payment))
            return
        }
        do throws(ProviderError) {
            guard case .intent(let intent) = try await call(.query(payment.lookup), on: account) else {
                throw ProviderError(.unreadable, "the answer to a query is no payment")
            }
            result.theirs += 1
            result.differences += [ReconciliationDifference.between(payment, intent)].compactMap(\.self)
        } catch {
            let kind: ReconciliationDifference.Kind = error.code == .notFound ? .unknownThere : .notCompared
            result.differences.append(ReconciliationDifference(kind, payment, ours: status, explanation: error.message))
        }
    }

    /// Our payments of an account in a period, newest first.
    private func payments(of name: AccountName, during period: Range<Date>) async throws(GatewayError) -> [Payment] {
        var found: [Payment] = []
        var filter = PaymentFilter(account: name, limit: 1000)
        while true {
            let page = try await payments(matching: filter)
            found += page.filter { period.contains($0.recordedAt) }
            // A page is shorter when a row of it cannot be read: only an empty one is the end.
            guard let last = page.last, last.recordedAt >= period.lowerBound else { return found }
            filter.after = last.id
        }
    }

    /// Everything that a provider lists. The order of the list is not documented, so it is read to its end.
    private func intents(of account: ProviderAccount) async throws(GatewayError) -> [any ProviderIntent] {
        var found: [any ProviderIntent] = []
        var page = 1
        do throws(ProviderError) {
            while case .page(let intents, let hasMore) = try await call(.list(page: page), on: account) {
                found += intents
                guard hasMore else { break }
                guard page < Self.mostPages else {
                    throw ProviderError(.unreadable, "the list has no end")
                }
                page += 1
            }
        } catch {
            throw GatewayError(error)
        }
        return found
    }
}

extension ReconciliationDifference {
    fileprivate static func notShown(_ payment: Payment) -> ReconciliationDifference {
        let isUnknown = payment.creation != .created
        return ReconciliationDifference(
            .unknownThere,
            payment,
            ours: isUnknown ? "creation \(payment.creation.rawValue)" : payment.status.rawValue,
            explanation: isUnknown
                ? "its creation got no answer, and the provider does not show it"
                : "the provider does not show it: ask it"
        )
    }
}
