import PaymentIntents

extension Vector {
    /// What an adapter makes of what is given, written as `expect` writes it.
    ///
    /// - Parameter subject: Makes the adapter.
    /// - Returns: An object with the same members as `expect` when all is as it is due.
    /// - Throws: ``ContractViolation`` when the adapter cannot be made of the vector's configuration.
    func outcome(by subject: any AdapterSubject) throws(ContractViolation) -> MessageJSON {
        let adapter = try adapter(of: subject)
        switch given {
        case .request(let call): return requestOutcome(adapter, call)
        case .reply(let reply): return replyOutcome(adapter, reply)
        case .callback(let callback): return try callbackOutcome(adapter, callback)
        }
    }

    private func adapter(of subject: any AdapterSubject) throws(ContractViolation) -> any ProviderAdapter {
        guard let name = AccountName("vectors") else {
            throw ContractViolation(sent: "vectors", came: "no account name", due: "an account name")
        }
        var settings = AdapterSettings(
            account: name,
            environment: account.environment,
            values: account.settings
        )
        do throws(ConfigurationError) {
            let adapter = try subject.adapter(&settings)
            guard settings.unknownKeys.isEmpty else {
                throw ConfigurationError(key: settings.unknownKeys.joined(separator: ", "), problem: "is unknown")
            }
            return adapter
        } catch {
            throw ContractViolation(sent: "the configuration of \(id)", came: "\(error)", due: "an adapter")
        }
    }

    private func requestOutcome(_ adapter: any ProviderAdapter, _ call: ProviderCall) -> MessageJSON {
        do throws(ProviderError) {
            return MessageJSON(present: ["request": MessageJSON(try adapter.request(for: call))])
        } catch {
            return MessageJSON(present: ["error": MessageJSON(error, naming: expected[["error", "names"]])])
        }
    }

    private func replyOutcome(_ adapter: some ProviderAdapter, _ given: VectorReply) -> MessageJSON {
        do throws(ProviderError) {
            return MessageJSON(try adapter.reply(in: given.response, to: given.call))
        } catch {
            var error = error
            // Adapters have no clock: whoever sends the request reads `Retry-After`.
            if error.code == .rateLimited, let now = given.now {
                error.retryAfter = RetryAfter.duration(in: given.response.headers, now: now)
            }
            return MessageJSON(present: ["error": MessageJSON(error, naming: expected[["error", "names"]])])
        }
    }

    private func callbackOutcome(
        _ adapter: any ProviderAdapter,
        _ given: VectorCallback
    ) throws(ContractViolation) -> MessageJSON {
        let receipt: CallbackReceipt
        switch CallbackOutcome(of: given.callback, at: adapter) {
        case .refused(let refusal): return MessageJSON(present: ["refusal": MessageJSON(refusal)])
        case .received(let received): receipt = received
        }
        var event: CallbackEvent?
        if case .event(let received) = receipt { event = received }
        var outcome = MessageJSON(receipt, naming: expected[["problem", "names"]])
            .setting(["acknowledgement"], to: try MessageJSON(adapter.acknowledgement(of: event).json))
        if case .evidence(let evidence) = event, let payment = given.payment {
            outcome = outcome.setting(["comparison"], to: MessageJSON(evidence, comparedWith: payment))
        }
        return outcome
    }
}
