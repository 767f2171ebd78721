import PaymentContracts
import PaymentGateway

extension PaymentStore {
    /// All callbacks of the inbox, whatever became of them, in the order of their arrival.
    func kept() async throws -> [InboxEntry] {
        var all: [InboxEntry] = []
        for state in InboxState.allCases { all += try await leaves(InboxFilter(state: state)) }
        return all.sorted { $0.number < $1.number }
    }

    /// All callbacks that a filter shows, page by page.
    func leaves(_ filter: InboxFilter) async throws -> [InboxEntry] {
        var (filter, all): (InboxFilter, [InboxEntry]) = (filter, [])
        while all.count < 1000 {
            let page = try await inbox(matching: filter)
            all += page
            guard page.count >= filter.limit else { return all }
            filter.before = page.last?.number
        }
        throw ContractViolation(sent: "a walk through the inbox", came: "1000 callbacks", due: "an end")
    }
}

extension StoreData {
    /// All callbacks of the inbox, in the order of their arrival, as they are found when the data are opened again.
    func kept() async throws -> [InboxEntry] { try await withStore { store in try await store.kept() } }
}
