import PaymentIntents

extension Gateway {
    /// Callbacks of the inbox, newest first.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: One page.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/invalidRequest``, ``GatewayError/Code/storeUnavailable``.
    public func inbox(matching filter: InboxFilter) async throws(GatewayError) -> [InboxEntry] {
        guard (1...1000).contains(filter.limit) else {
            throw GatewayError(.invalidRequest, "limit: must be 1 to 1000")
        }
        return try await stored { () throws(StoreError) in try await self.store.inbox(matching: filter) }
    }

    /// Takes a callback of the inbox in once more, by the configuration and the adapter as they are now.
    ///
    /// It is verified again: what a store holds is no evidence by itself.
    ///
    /// - Parameter number: Its number in the inbox.
    /// - Returns: The entry afterwards.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/notFound``; ``GatewayError/Code/callbackRefused`` when no key of
    ///   today verifies it; ``GatewayError/Code/configuration`` when its account is not configured;
    ///   ``GatewayError/Code/storeUnavailable``.
    public func replayInboxEntry(_ number: Int64) async throws(GatewayError) -> InboxEntry {
        let entry = try await inboxEntry(number)
        guard !entry.callback.body.isEmpty else {
            throw GatewayError(.notFound, "the bytes of that callback are no longer kept")
        }
        switch await receive(entry.callback, for: entry.account.rawValue) {
        case .accepted, .otherEnvironment: break
        case .refused: throw GatewayError(.callbackRefused, "no key that is configured now verifies it")
        case .unknownAccount: throw GatewayError(.configuration, "account \(entry.account) is not configured")
        case .unavailable: throw GatewayError(.storeUnavailable, "it could not be written; nothing has changed")
        }
        return try await inboxEntry(number)
    }

    private func inboxEntry(_ number: Int64) async throws(GatewayError) -> InboxEntry {
        let entry = try await stored { () throws(StoreError) in try await self.store.inboxEntry(number) }
        guard let entry else { throw GatewayError(.notFound, "there is no callback of that number") }
        return entry
    }
}
