import Pay2Local
import PaymentIntents
import Testing

@Suite("Capabilities")
struct CapabilitiesTests {
    @Test("Pay2Local carries both directions, in taka, with a status and a balance and without a list")
    func declared() throws {
        let capabilities = try Account.adapter().capabilities
        #expect(capabilities.kinds == [.deposit, .withdrawal])
        #expect(capabilities.methods == [.nagad, .bkash, .upay, .rocket])
        #expect(capabilities.currencies == [.bdt])
        #expect(capabilities.takesFractions)
        #expect(capabilities.operations == [.create, .query, .balance])
        #expect(capabilities.claimsByQueryOnly.isEmpty)
    }

    @Test("A creation is not safe to repeat (rows 26 and 27)")
    func notIdempotent() throws {
        #expect(try !Account.adapter().capabilities.isCreationIdempotent)
    }
}
