import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("An account that is configured, and not enabled any more")
struct RetiredAccountTests {
    /// The same shop after `wallets` was taken out of `providers.enabled`.
    private func switched(_ shop: Shop) throws -> Shop {
        let accounts = shop.gateway.accounts.values
        return try Shop(
            accounts: accounts.filter { $0.name.rawValue != "wallets" },
            retired: accounts.filter { $0.name.rawValue == "wallets" },
            routes: ["wallets", "agents"],
            store: shop.store,
            clock: shop.clock
        )
    }

    @Test("takes no new payments: the next one goes elsewhere")
    func routes() async throws {
        try await Shop.open { shop async throws in
            let later = try switched(shop)
            #expect(try await later.refusal(of: .sample(account: "wallets")).code == .invalidRequest)
            later.transport.script(Wire.answer(200, Wire.agentCreation()))
            #expect(try await later.gateway.create(.sample()).account.rawValue == "agents")
        }
    }

    @Test("has its callbacks taken: money that arrives after the switch is seen")
    func callbacks() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let later = try switched(shop)
            #expect(try await later.receiveWallet(Wire.walletEvent()).isAccepted)
            #expect(try await later.now(payment).status == .succeeded)
        }
    }

    @Test("is asked about the payments that run through it")
    func questions() async throws {
        try await Shop.open { shop async throws in
            let payment = try await shop.pendingWallet()
            let later = try switched(shop)
            later.transport.script(Wire.answer(200, Wire.walletIntent("PAID")))
            shop.clock.advance(by: 303)
            await Synchroniser(later.gateway).synchronise()
            #expect(try await later.now(payment).status == .succeeded)
        }
    }

    @Test("is not sent again what it may have: its list says whether it has it")
    func unknownCreation() async throws {
        try await Shop.open(routes: ["wallets"]) { shop async throws in
            shop.transport.script(.failure(.unavailable), .failure(.unavailable), .failure(.unavailable))
            let id = try #require(try await shop.refusal(of: .sample()).paymentID)
            let later = try switched(shop)
            later.transport.script(
                Wire.answer(200, #"{"data":[\#(Wire.walletIntent())],"total":1,"page":1,"limit":50}"#)
            )
            shop.clock.advance(by: 61)
            await Synchroniser(later.gateway).synchronise()
            #expect(later.transport.requests.map(\.method) == [.get])
            #expect(try await later.gateway.payment(id).creation == .created)
        }
    }
}
