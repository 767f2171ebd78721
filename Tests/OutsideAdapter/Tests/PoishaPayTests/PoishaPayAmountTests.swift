import PaymentContracts
import PaymentIntents
import Testing

@Suite("An amount of PoishaPay")
struct PoishaPayAmountTests {
    private static func amount(_ value: MessageJSON) throws -> StatedAmount? {
        let setup = try AdapterSetup()
        let subject = try PoishaPaySubject()
        let message = subject.wire.callback.sample.setting(["payment", "amount"], to: value)
        let callback = try subject.wire.signing.sign(message.bytes, with: setup.callbackKeys[0])
        guard case .event(.evidence(let evidence)) = try subject.adapter(setup).receive(callback) else { return nil }
        return evidence.amount
    }

    @Test("is a whole number of poisha")
    func poisha() throws {
        let money = try #require(Money(minorUnits: 50_000, currency: .bdt))
        #expect(try Self.amount(.number("50000")) == .money(money))
    }

    @Test(
        "is nothing else",
        arguments: [
            MessageJSON.number("500.00"), .number("5e4"), .number("-50000"), .number("-0"), .string("50000"),
            .number("9223372036854775808"), .boolean(true), .array([.number("50000")]),
        ]
    )
    func nothingElse(_ value: MessageJSON) throws {
        #expect(try Self.amount(value) == .unreadable("amount: not a whole number of poisha"))
    }
}
