import PaymentIntents
import SMSPay

extension MutatedAdapter {
    /// Changes what every callback is taken to say.
    mutating func misreadEvidence(_ change: @escaping @Sendable (inout Evidence) -> Void) {
        interpreting = { base, callback throws(CallbackProblem) in
            let event = try base.event(in: callback)
            guard case .evidence(var evidence) = event else { return event }
            change(&evidence)
            return .evidence(evidence)
        }
    }

    /// Changes what is ordered before it is written.
    mutating func misorder(_ change: @escaping @Sendable (inout PaymentOrder) -> Void) {
        requesting = { base, call throws(ProviderError) in
            guard case .create(var order) = call else { return try base.request(for: call) }
            change(&order)
            return try base.request(for: .create(order))
        }
    }

    /// Changes what the errors in answers are taken for.
    mutating func misjudgeErrors(
        _ change: @escaping @Sendable (inout ProviderError, ProviderResponse, ProviderCall) -> Void
    ) {
        replying = { base, response, call throws(ProviderError) in
            do throws(ProviderError) {
                return try base.reply(in: response, to: call)
            } catch {
                var error = error
                change(&error, response, call)
                throw error
            }
        }
    }

    /// Offers an operation and refuses the call.
    mutating func refuse(_ operation: Capabilities.Operation) {
        requesting = { base, call throws(ProviderError) in
            guard call.operation != operation else { throw ProviderError(.unsupported, "not written yet") }
            return try base.request(for: call)
        }
    }
}

extension MutatedAdapter<SMSPayAdapter> {
    /// Changes what the answers about one payment are taken to say.
    mutating func misreadIntents(_ change: @escaping @Sendable (inout SMSPayIntent, ProviderCall) -> Void) {
        replying = { base, response, call throws(ProviderError) in
            let reply = try base.reply(in: response, to: call)
            guard case .intent(var intent) = reply else { return reply }
            change(&intent, call)
            return .intent(intent)
        }
    }

    /// Changes the pages of the list.
    mutating func misreadPages(
        _ change: @escaping @Sendable (_ intents: inout [SMSPayIntent], _ hasMore: inout Bool) -> Void
    ) {
        replying = { base, response, call throws(ProviderError) in
            let reply = try base.reply(in: response, to: call)
            guard case .page(var intents, var hasMore) = reply else { return reply }
            change(&intents, &hasMore)
            return .page(intents, hasMore: hasMore)
        }
    }
}
