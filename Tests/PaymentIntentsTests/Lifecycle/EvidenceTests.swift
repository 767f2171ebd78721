import PaymentIntents
import Testing

@Suite("Evidence")
struct EvidenceTests {
    private static func terms(providerPaymentID: String? = "provider-1") throws -> PaymentTerms {
        PaymentTerms(
            kind: .deposit,
            amount: try Money(parsing: "500", currency: .bdt),
            providerReference: "ORDER-1",
            providerPaymentID: providerPaymentID
        )
    }

    /// A success that is exactly what was asked for.
    private static func success() throws -> Evidence {
        Evidence(
            claim: .succeeded,
            source: .callback,
            rawStatus: "PAID",
            kind: .deposit,
            amount: .money(try Money(parsing: "500.00", currency: .bdt)),
            reference: "ORDER-1",
            providerPaymentID: "provider-1"
        )
    }

    private static func amount(_ text: String, _ code: String) throws -> StatedAmount {
        .money(try Money(parsing: text, currency: #require(Currency(code: code))))
    }

    @Test("that is what was asked for counts as it stands", arguments: Claim.allCases)
    func agrees(_ claim: Claim) throws {
        var evidence = try Self.success()
        evidence.claim = claim
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == claim)
        #expect(discrepancies.isEmpty)
    }

    @Test(
        "of another amount or currency is review, whatever it claims",
        arguments: [
            ("499.99", "BDT", Discrepancy.amount), ("500.01", "BDT", .amount), ("0", "BDT", .amount),
            ("50000", "BDT", .amount), ("500", "USD", .currency), ("50000", "JPY", .currency), ("1", "USD", .currency),
        ],
        Claim.allCases
    )
    func otherAmount(_ stated: (text: String, code: String, difference: Discrepancy), claim: Claim) throws {
        var evidence = try Self.success()
        evidence.claim = claim
        evidence.amount = try Self.amount(stated.text, stated.code)
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == .review)
        #expect(discrepancies == [stated.difference])
    }

    @Test("whose amount or currency cannot be read is review")
    func unreadable() throws {
        var evidence = try Self.success()
        evidence.amount = .unreadable("bdt is no currency")
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == .review)
        #expect(discrepancies == [.currency])
    }

    @Test("that names no amount is review for a success, and counts otherwise", arguments: Claim.allCases)
    func absent(_ claim: Claim) throws {
        var evidence = try Self.success()
        evidence.claim = claim
        evidence.amount = .absent
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == (claim == .succeeded ? .review : claim))
        #expect(discrepancies == (claim == .succeeded ? [.amount] : []))
    }

    @Test("of the other kind is review")
    func kind() throws {
        var evidence = try Self.success()
        evidence.kind = .withdrawal
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == .review)
        #expect(discrepancies == [.kind])
    }

    @Test(
        "of another reference is review, also when only its case or its bytes differ",
        arguments: ["order-1", "ORDER-1 ", "ORDER-2", "", "ORDER-１", "ORDER-1\0"]
    )
    func reference(_ reference: String) throws {
        var evidence = try Self.success()
        evidence.reference = reference
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == .review)
        #expect(discrepancies == [.reference])
    }

    @Test("is compared by bytes, not by canonical equivalence")
    func bytes() throws {
        var evidence = try Self.success()
        evidence.reference = "cafe\u{301}"
        evidence.providerPaymentID = "\u{212A}"
        var terms = try Self.terms(providerPaymentID: "K")
        terms.providerReference = "caf\u{E9}"
        #expect(evidence.assessed(against: terms).discrepancies == [.reference, .providerPaymentID])
    }

    @Test("of another payment at the provider is review, unless ours is not known yet")
    func providerPaymentID() throws {
        var evidence = try Self.success()
        evidence.providerPaymentID = "provider-2"
        let (assessed, discrepancies) = evidence.assessed(against: try Self.terms())
        #expect(assessed == .review)
        #expect(discrepancies == [.providerPaymentID])
        #expect(evidence.assessed(against: try Self.terms(providerPaymentID: nil)).claim == .succeeded)
    }

    @Test("that names nothing but the amount counts")
    func silent() throws {
        var evidence = try Self.success()
        evidence.kind = nil
        evidence.reference = nil
        evidence.providerPaymentID = nil
        #expect(evidence.assessed(against: try Self.terms()).claim == .succeeded)
    }

    @Test("shows every difference at once")
    func everything() throws {
        let evidence = Evidence(
            claim: .succeeded,
            source: .callback,
            rawStatus: "PAID",
            kind: .withdrawal,
            amount: .absent,
            reference: "ORDER-2",
            providerPaymentID: "provider-2"
        )
        let found = evidence.assessed(against: try Self.terms()).discrepancies
        #expect(found == [.amount, .kind, .reference, .providerPaymentID])
    }

    @Test("of an intent says what the intent says")
    func ofIntent() throws {
        let stated = try Self.amount("500", "BDT")
        let intent = DoubleIntent(
            account: try #require(AccountName("wallets")),
            amount: try Money(parsing: "1", currency: .bdt),
            claim: .succeeded,
            statedAmount: stated
        )
        let expected = Evidence(
            claim: .succeeded,
            source: .query,
            rawStatus: "PAID",
            kind: .deposit,
            amount: stated,
            reference: "ORDER-1",
            providerPaymentID: "provider-1",
            transactionID: "TX1"
        )
        #expect(intent.evidence(from: .query) == expected)
        #expect(intent.status == .succeeded)
        #expect(
            PaymentLookup(expected)
                == PaymentLookup(kind: .deposit, reference: "ORDER-1", providerPaymentID: "provider-1")
        )
    }
}
