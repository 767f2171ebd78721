extension Gateway {
    /// Notifications, oldest first.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: One page.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/invalidRequest``, ``GatewayError/Code/storeUnavailable``.
    public func notifications(matching filter: OutboxFilter) async throws(GatewayError) -> [OutboxEntry] {
        guard (1...1000).contains(filter.limit) else {
            throw GatewayError(.invalidRequest, "limit: must be 1 to 1000")
        }
        return try await stored { () throws(StoreError) in try await self.store.notifications(matching: filter) }
    }

    /// Has a notification delivered again, with the same id: a dead letter, or one that the merchant lost.
    ///
    /// - Parameter id: The notification: `msg_…`.
    /// - Throws: ``GatewayError``: ``GatewayError/Code/notFound``, ``GatewayError/Code/storeUnavailable``.
    public func replayNotification(_ id: String) async throws(GatewayError) {
        let now = clock.now
        let isThere = try await stored { () throws(StoreError) in
            try await self.store.replayNotification(id, at: now)
        }
        guard isThere else { throw GatewayError(.notFound, "there is no notification of that id") }
        metrics.countReplayedNotification()
    }
}
