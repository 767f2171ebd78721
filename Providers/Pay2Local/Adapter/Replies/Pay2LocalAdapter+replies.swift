public import PaymentIntents
import StrictJSON

/// What comes back.
extension Pay2LocalAdapter {
    /// Reads the answer to a call.
    ///
    /// - Parameters:
    ///   - response: What came back.
    ///   - call: The call that it answers.
    /// - Returns: The payment, or the balance.
    /// - Throws: `ProviderError`. Whatever is not what Pay2Local documents is `unreadable`, and so says nothing about
    ///   what became of a creation.
    public func reply(
        in response: ProviderResponse,
        to call: ProviderCall
    ) throws(ProviderError) -> ProviderReply<Pay2LocalRequest> {
        do throws(ProviderError) {
            let answer = try Answer(response).object(for: call)
            switch call {
            case .create(let order): return .intent(try Pay2LocalRequest(created: answer, order, configuration))
            case .query(let lookup): return .intent(try Pay2LocalRequest(status: answer, lookup, configuration))
            case .balance: return .balance(try AccountBalance(pay2Local: answer))
            case .list: throw ProviderError(.unsupported, "Pay2Local lists no payments")
            }
        } catch {
            var error = error
            error.httpStatus = response.status
            throw error
        }
    }
}
