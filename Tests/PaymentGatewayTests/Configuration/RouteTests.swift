import PaymentGateway
import PaymentIntents
import Testing

@Suite("Routes")
struct RouteTests {
    private func read(_ tail: String, enabled: String = "[wallets, agents]") throws -> GatewayConfiguration {
        var configuration = ConfigurationText()
        configuration.enabled = enabled
        configuration.tail = tail
        return try configuration.read()
    }

    @Test("they are as they are written")
    func written() throws {
        let read = try read("routes: { deposit: [agents, wallets], withdrawal: agents }")
        #expect(read.route(.deposit) == ["agents", "wallets"])
        #expect(read.route(.withdrawal) == ["agents"])
    }

    @Test("an account that is not enabled is skipped")
    func skipped() throws {
        let read = try read("routes: { deposit: [wallets, agents], withdrawal: [agents] }", enabled: "[wallets]")
        #expect(read.route(.deposit) == ["wallets"])
        #expect(read.route(.withdrawal) == [])
        #expect(read.accounts.map(\.name.rawValue) == ["wallets"])
        #expect(read.retiredAccounts.map(\.name.rawValue) == ["agents"])
    }

    @Test(
        "without any, every enabled account takes what it carries, in order",
        arguments: ["", "routes:", "routes: {}"]
    )
    func absent(_ tail: String) throws {
        let read = try read(tail, enabled: "[agents, wallets]")
        #expect(read.route(.deposit) == ["agents", "wallets"])
        #expect(read.route(.withdrawal) == ["agents"])
    }

    @Test("once there is one, a kind without a route goes nowhere")
    func partial() throws {
        #expect(try read("routes: { deposit: [agents] }").route(.withdrawal) == [])
        #expect(try read("routes: { withdrawal: [] }").route(.deposit) == [])
    }
}
