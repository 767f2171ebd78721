import PaymentContracts
import PaymentGateway

extension PaymentStore {
    /// All notifications that a filter shows, page by page.
    func outbox(_ filter: OutboxFilter = OutboxFilter()) async throws -> [OutboxEntry] {
        var (filter, all): (OutboxFilter, [OutboxEntry]) = (filter, [])
        while all.count < 1000 {
            let page = try await notifications(matching: filter)
            all += page
            guard page.count >= filter.limit, let last = page.last else { return all }
            filter.after = last.position
        }
        throw ContractViolation(sent: "a walk through the outbox", came: "1000 notifications", due: "an end")
    }
}
