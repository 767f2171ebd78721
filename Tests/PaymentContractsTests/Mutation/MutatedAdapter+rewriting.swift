@testable import PaymentContracts
import PaymentIntents

extension MutatedAdapter {
    /// Changes orders before they are written down.
    mutating func rewriteOrders(_ change: @escaping @Sendable (inout PaymentOrder) -> Void) {
        requesting = { base, call throws(ProviderError) in
            guard case .create(var order) = call else { return try base.request(for: call) }
            change(&order)
            return try base.request(for: .create(order))
        }
    }

    /// Changes requests after they were written rightly.
    mutating func rewriteRequests(_ change: @escaping @Sendable (inout ProviderRequest, ProviderCall) -> Void) {
        requesting = { base, call throws(ProviderError) in
            var request = try base.request(for: call)
            change(&request, call)
            return request
        }
    }

    /// Changes the bodies of creations after they were written rightly.
    mutating func rewriteCreations(_ change: @escaping @Sendable (MessageJSON, PaymentOrder) -> MessageJSON) {
        rewriteRequests { request, call in
            guard case .create(let order) = call, let body = try? MessageJSON(request.body) else { return }
            let rewritten = change(body, order).bytes
            // What is not changed stays as it was written.
            if rewritten != body.bytes { request.body = rewritten }
        }
    }

    /// Changes answers before they are read rightly.
    mutating func rewriteResponses(_ change: @escaping @Sendable (inout ProviderResponse, ProviderCall) -> Void) {
        replying = { base, response, call throws(ProviderError) in
            var response = response
            change(&response, call)
            return try base.reply(in: response, to: call)
        }
    }

    /// Changes the bodies of answers before they are read rightly. A body that is no JSON stays as it is.
    mutating func rewriteAnswers(_ change: @escaping @Sendable (MessageJSON, ProviderCall) -> MessageJSON) {
        rewriteResponses { response, call in
            guard let body = try? MessageJSON(response.body) else { return }
            let rewritten = change(body, call).bytes
            // What is not changed stays as it came.
            if rewritten != body.bytes { response.body = rewritten }
        }
    }

    /// Changes errors after an answer was read rightly.
    mutating func rewriteErrors(
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
