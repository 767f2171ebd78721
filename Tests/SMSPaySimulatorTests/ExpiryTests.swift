import ProviderSimulation
import SMSPaySimulator
import Testing

@Suite("SMS Pay: time", .timeLimit(.minutes(30)))
struct ExpiryTests {
    @Test("after the time the intent expires by itself and the merchant is told")
    func expires() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            try await shop.clock.waitForSleeper(at: .seconds(300))
            shop.clock.advance(by: .seconds(299))
            #expect(await shop.simulator.intent(id)?.status == .pending)
            shop.clock.advance(by: .seconds(1))
            #expect(try await shop.events(1) == ["payment.expired"])
            #expect(try await shop.call(.GET, "/v1/payments/intents/\(id)").string("status") == "EXPIRED")
        }
    }

    @Test("what was paid does not expire")
    func paidStays() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            shop.clock.advance(by: .seconds(1000))
            #expect(await shop.simulator.intent(id)?.status == .paid)
            await #expect(throws: SettlementRefusal.wrongStatus(id, is: "PAID")) { try await shop.simulator.expire(id) }
            #expect(try await shop.events(1) == ["payment.paid"])
        }
    }

    @Test(
        "settles by itself after a while",
        arguments: [(SimulatedOutcome.approved, "payment.paid"), (.rejected, "payment.rejected")]
    )
    func automatic(outcome: SimulatedOutcome, event: String) async throws {
        try await Shop.open {
            $0.settlement = AutomaticSettlement(outcome, after: .seconds(3))
        } _: { shop in
            let id = try await shop.createdID()
            try await shop.clock.waitForSleeper(at: .seconds(3))
            #expect(await shop.simulator.intent(id)?.status == .pending)
            shop.clock.advance(by: .seconds(3))
            #expect(try await shop.events(1) == [event])
        }
    }
}
