import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite

/// How long a list takes: the newest fifty, those of one account, and those of one status of one account.
struct Listing {
    private static let rounds = 200

    /// Prints the median and the 99th percentile, in microseconds.
    func run(on path: String) async throws {
        let store = try SQLitePaymentStore(path: path, environment: .sandbox)
        let account = try Accounts().agents.name
        let filters = [
            PaymentFilter(limit: 50),
            PaymentFilter(account: account, limit: 50),
            PaymentFilter(status: .succeeded, account: account, limit: 50),
        ]
        var times: [Double] = []
        for _ in 0..<Self.rounds {
            for filter in filters {
                let start = ContinuousClock.now
                guard try await store.payments(matching: filter).count == filter.limit else { throw Impossible() }
                times.append((ContinuousClock.now - start) / .microseconds(1))
            }
        }
        await store.close()
        times.sort()
        print("list\t\(times[times.count / 2])\t\(times[times.count * 99 / 100])")
    }
}
