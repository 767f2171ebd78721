import Foundation
import PaymentIntents
import Testing

@Suite("Capabilities")
struct CapabilitiesTests {
    private static let modest = Capabilities(
        kinds: [.deposit],
        methods: [.bkash],
        currencies: [.bdt],
        takesFractions: false,
        operations: [.create, .query],
        isCreationIdempotent: false,
        claimsByQueryOnly: [.failed]
    )

    private static func order(
        _ amount: String = "500",
        _ code: String = "BDT",
        kind: PaymentKind = .deposit,
        method: PaymentMethod? = nil
    ) throws -> PaymentOrder {
        var generator = SeededGenerator(seed: 1)
        return PaymentOrder(
            paymentID: PaymentID(at: .init(timeIntervalSince1970: 0), using: &generator),
            kind: kind,
            amount: try Money(parsing: amount, currency: #require(Currency(code: code))),
            reference: "ORDER-1",
            method: method
        )
    }

    @Test("take what they name", arguments: [nil, PaymentMethod.bkash])
    func accepts(_ method: PaymentMethod?) throws {
        #expect(Self.modest.objection(to: try Self.order(method: method)) == nil)
        #expect(Self.modest.objection(to: try Self.order("500.00")) == nil)
    }

    @Test("object to what they do not name, with nothing accepted")
    func objects() throws {
        let objections = [
            Self.modest.objection(to: try Self.order(kind: .withdrawal)),
            Self.modest.objection(to: try Self.order("500", "USD")),
            Self.modest.objection(to: try Self.order(method: .nagad)),
            Self.modest.objection(to: try Self.order("0")),
            Self.modest.objection(to: try Self.order("500.50")),
        ]
        #expect(objections.map(\.?.code) == [.unsupported, .invalid, .unsupported, .invalid, .invalid])
        #expect(objections.allSatisfy { $0?.consequence == .nothingAccepted })
    }

    @Test("object to every creation when there is none")
    func noCreation() throws {
        var capabilities = Self.modest
        capabilities.operations = [.query]
        #expect(capabilities.objection(to: try Self.order())?.code == .unsupported)
    }

    @Test("let any wallet and any fraction through when they say so")
    func open() throws {
        var capabilities = Self.modest
        capabilities.methods = nil
        capabilities.takesFractions = true
        #expect(capabilities.objection(to: try Self.order("0.01", method: .init(rawValue: "tap"))) == nil)
    }

    @Test("know which operation a call is")
    func operation() throws {
        let lookup = PaymentLookup(kind: nil, reference: "ORDER-1", providerPaymentID: nil)
        let calls: [ProviderCall] = [.create(try Self.order()), .query(lookup), .list(page: 1), .balance]
        #expect(calls.map(\.operation) == Capabilities.Operation.allCases)
    }
}
