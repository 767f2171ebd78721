import PaymentIntents
import SMSPay

extension MutatedAdapter<SMSPayAdapter> {
    /// Changes what the answers about one payment are taken to say.
    mutating func rewriteIntents(_ change: @escaping @Sendable (inout SMSPayIntent, ProviderCall) -> Void) {
        replying = { base, response, call throws(ProviderError) in
            let reply = try base.reply(in: response, to: call)
            guard case .intent(var intent) = reply else { return reply }
            change(&intent, call)
            return .intent(intent)
        }
    }

    /// Changes the pages of the list.
    mutating func rewritePages(
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
