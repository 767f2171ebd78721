import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("Lists")
struct PagingTests {
    private static func all(_ filter: PaymentFilter, in store: SQLitePaymentStore) async throws -> [Payment] {
        var (filter, all): (PaymentFilter, [Payment]) = (filter, [])
        while true {
            let page = try await store.payments(matching: filter)
            all += page
            guard page.count == filter.limit else { return all }
            filter.after = page.last?.id
        }
    }

    @Test("pages are complete, newest first, and stay so when payments are made meanwhile", arguments: [1, 3, 7, 50])
    func pages(limit: Int) async throws {
        try await StoreFolder.withStore { store in
            var ids: [PaymentID] = []
            for index in 0..<23 {
                // Some in the same millisecond.
                let time = Samples.now.addingTimeInterval(Double(index / 4))
                ids.append(try await store.recorded(try Samples.payment("\(index)", at: time)).id)
            }
            ids.sort(by: >)
            #expect(try await Self.all(PaymentFilter(limit: limit), in: store).map(\.id) == ids)
            let page = try await store.payments(matching: PaymentFilter(limit: limit))
            _ = try await store.recorded(try Samples.payment("new", at: Samples.now + 100))
            let rest = try await Self.all(PaymentFilter(limit: limit, after: page.last?.id), in: store)
            #expect((page + rest).map(\.id) == ids)
        }
    }

    @Test("pages of one status are complete, latest recorded first, whatever the clock said", arguments: [1, 2, 5])
    func pagesOfStatus(limit: Int) async throws {
        try await StoreFolder.withStore { store in
            var ids: [PaymentID] = []
            for index in 0..<7 {
                // The clock was set back in between.
                let time = Samples.now.addingTimeInterval(index < 4 ? Double(index) : -Double(index))
                let payment = try await store.created(try Samples.payment("\(index)", at: time), as: "p-\(index)")
                if index != 2 { ids.insert(payment.id, at: 0) }
            }
            _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-2")])
            #expect(try await Self.all(PaymentFilter(status: .pending, limit: limit), in: store).map(\.id) == ids)
        }
    }

    @Test("each filter narrows, and all of them together")
    func filters() async throws {
        try await StoreFolder.withStore { store in
            for (index, account) in ["wallets", "agents", "wallets", "agents"].enumerated() {
                let payment = try Samples.payment(index < 2 ? "A" : "B", key: "\(index)", account: account)
                let created = try await store.created(payment, as: "p-\(index)")
                guard index > 0 else { continue }
                _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-\(index)", account: account)])
                #expect(try await store.payment(created.id)?.status == .succeeded)
            }
            func keys(_ filter: PaymentFilter) async throws -> Set<String> {
                Set(try await Self.all(filter, in: store).map(\.request.key.rawValue))
            }
            let wallets = try Samples.account()
            #expect(try await keys(PaymentFilter()) == ["0", "1", "2", "3"])
            #expect(try await keys(PaymentFilter(status: .succeeded)) == ["1", "2", "3"])
            #expect(try await keys(PaymentFilter(account: wallets)) == ["0", "2"])
            #expect(try await keys(PaymentFilter(reference: "A")) == ["0", "1"])
            #expect(try await keys(PaymentFilter(reference: "a")).isEmpty)
            #expect(try await keys(PaymentFilter(status: .succeeded, account: wallets, reference: "B")) == ["2"])
            #expect(try await store.payments(matching: PaymentFilter(limit: 0)).isEmpty)
            #expect(try await store.payments(matching: PaymentFilter(limit: -1)).isEmpty)
        }
    }
}
