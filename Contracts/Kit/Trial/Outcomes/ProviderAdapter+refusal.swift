import PaymentIntents

extension ProviderAdapter {
    /// The error that the adapter reads in an answer.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - call: The call that it answers.
    /// - Returns: `nil` when it reads no error.
    func refusal(in response: ProviderResponse, to call: ProviderCall) -> ProviderError? {
        do throws(ProviderError) {
            _ = try reply(in: response, to: call)
            return nil
        } catch {
            return error
        }
    }

    /// The error with which the adapter refuses to write a request.
    ///
    /// - Parameter call: What is wanted.
    /// - Returns: `nil` when it writes one.
    func refusal(of call: ProviderCall) -> ProviderError? {
        do throws(ProviderError) {
            _ = try request(for: call)
            return nil
        } catch {
            return error
        }
    }
}
