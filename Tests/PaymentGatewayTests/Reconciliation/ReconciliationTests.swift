import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Reconciliation: what we hold against what the provider shows")
struct ReconciliationTests {
    @Test("Nothing differs when both sides say the same, and nothing is written")
    func same() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(200, Wire.list([Wire.walletIntent()])))
            let before = try await shop.gateway.history(of: payment.id)
            let result = try await shop.reconcile("wallets")
            #expect(result.differences.isEmpty)
            #expect(result.ours == 1)
            #expect(result.theirs == 1)
            #expect(try await shop.gateway.history(of: payment.id) == before)
        }
    }

    @Test("A page that is shorter than it was asked for is not the last one")
    func shortPages() async throws {
        try await Shop.open { shop async throws in
            for number in 1...3 {
                _ = try await shop.pendingWallet(reference: "ORDER-\(number)", id: "intent-\(number)")
                shop.clock.advance(by: 1)
            }
            shop.store.shortenPages(to: 2)
            let theirs = (1...3).map { Wire.walletIntent(id: "intent-\($0)", reference: "ORDER-\($0)") }
            shop.transport.script(Wire.answer(200, Wire.list(theirs)))
            let result = try await shop.reconcile("wallets")
            #expect(result.ours == 3)
            #expect(result.differences.isEmpty)
        }
    }

    @Test("A lost callback shows as another status, with what to do about it")
    func lostCallback() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(200, Wire.list([Wire.walletIntent("PAID")])))
            let difference = try #require(try await shop.reconcile("wallets").differences.first)
            #expect(difference.kind == .status)
            #expect(difference.ours == "pending")
            #expect(difference.theirs == "PAID")
            #expect(difference.explanation.contains("payments sync \(payment.id)"))
        }
    }

    @Test("A payment that nobody is said to have accepted, and that is shown all the same, is a difference")
    func shownThoughNotAccepted() async throws {
        try await Shop.open { shop async throws in
            shop.transport.script(Wire.walletError(429))
            _ = try await shop.refusal(of: .sample(account: "wallets"))
            shop.transport.script(Wire.answer(200, Wire.list([Wire.walletIntent("PAID")])))
            let result = try await shop.reconcile("wallets")
            #expect(result.differences.map(\.kind) == [.status])
            #expect(result.differences.first?.ours == "created")
        }
    }

    @Test("Another amount is named, whatever the status")
    func amount() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(Wire.answer(200, Wire.list([Wire.walletIntent("PAID", amount: "5000")])))
            let difference = try #require(try await shop.reconcile("wallets").differences.first)
            #expect(difference.kind == .terms)
            #expect(difference.explanation.contains("amount"))
            #expect(difference.ours == "500.00 BDT")
            #expect(difference.theirs == "5000.00 BDT, PAID")
        }
    }

    @Test("A payment of only one side is named, whichever side it is; another period is left alone")
    func oneSided() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let strange = Wire.walletIntent(id: "strange", "PAID", reference: "ORDER-77")
            let notFound = #"{"statusCode":404,"message":"no such intent","error":"Not Found"}"#
            shop.transport.script(Wire.answer(200, Wire.list([strange])), Wire.answer(404, notFound))
            let differences = try await shop.reconcile("wallets").differences
            #expect(differences.map(\.kind) == [.unknownThere, .unknownHere])
            #expect(differences.map(\.paymentID) == [payment.id, nil])
            #expect(differences.map(\.providerPaymentID) == [Wire.walletID, "strange"])

            shop.transport.script(Wire.answer(200, Wire.list([strange])))
            let later = shop.clock.now.addingTimeInterval(7200)
            let other = try await shop.gateway.reconcile(
                try #require(AccountName("wallets")),
                during: later..<later.addingTimeInterval(60)
            )
            #expect(other.differences.isEmpty)
        }
    }

    @Test("A list that moves while it is read makes no differences")
    func movingList() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(
                Wire.answer(200, Wire.list([Wire.walletIntent()], total: 2, limit: 1)),
                Wire.answer(200, Wire.list([Wire.walletIntent()], total: 2, limit: 1))
            )
            #expect(try await shop.reconcile("wallets").differences.isEmpty)
            shop.transport.script(Wire.answer(200, Wire.list([])), Wire.answer(200, Wire.walletIntent()))
            #expect(try await shop.reconcile("wallets").differences.isEmpty)
        }
    }

    @Test("Every page of the list is read")
    func pages() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            let old = Wire.walletIntent(id: "old", reference: "OLD", createdAt: "2026-01-01T00:00:00.000Z")
            shop.transport.script(
                Wire.answer(200, Wire.list([old], total: 2, limit: 1)),
                Wire.answer(200, Wire.list([Wire.walletIntent()], total: 2, limit: 1))
            )
            #expect(try await shop.reconcile("wallets").differences.isEmpty)
            #expect(shop.transport.requests.count == 3)
        }
    }

    @Test("Where nothing is listed, the provider is asked about each payment of ours")
    func asking() async throws {
        try await Shop.open(routes: ["agents"]) { shop async throws in
            shop.transport.script(Wire.answer(200, Wire.agentCreation()))
            _ = try await shop.gateway.create(.sample())
            shop.transport.script(.failure(.unavailable))
            _ = try? await shop.gateway.create(.sample(reference: "LOST"))
            shop.transport.script(Wire.answer(200, Wire.agentStatus()))
            let differences = try await shop.reconcile("agents").differences
            #expect(differences.map(\.kind) == [.unknownThere, .status])
            #expect(differences.map(\.reference) == ["LOST", "ORDER-1"])
        }
    }

    @Test("A list that cannot be had is an error, never an empty comparison")
    func noList() async throws {
        try await Shop.open { shop async throws in
            _ = try await shop.pendingWallet()
            shop.transport.script(.failure(.unavailable))
            await #expect(throws: GatewayError.self) { try await shop.reconcile("wallets") }
        }
    }
}

extension Shop {
    /// Compares the hour around now.
    @discardableResult
    fileprivate func reconcile(_ name: String) async throws -> Reconciliation {
        let now = clock.now
        return try await gateway.reconcile(
            try #require(AccountName(name)),
            during: now.addingTimeInterval(-1800)..<now.addingTimeInterval(1800)
        )
    }
}

extension Wire {
    /// A page of intents of SMS Pay.
    fileprivate static func list(_ intents: [String], total: Int? = nil, limit: Int = 50) -> String {
        #"{"data":[\#(intents.joined(separator: ","))],"total":\#(total ?? intents.count),"page":1,"limit":\#(limit)}"#
    }
}
