import Pay2Local
import PaymentIntents
import Testing

@Suite("Callbacks: what they mean")
struct CallbackEventTests {
    @Test("The sample of the page (Payment Callback)")
    func sample() throws {
        #expect(
            try Receipts.evidence(in: Fixture.callbackDepositApproved.bytes)
                == Evidence(
                    claim: .succeeded,
                    source: .callback,
                    rawStatus: "Approved",
                    kind: .deposit,
                    amount: .money(try Money(parsing: "100", currency: .bdt)),
                    reference: "10458558",
                    providerPaymentID: nil,
                    transactionID: "236a4d5f-884a-4934-90af-04306146c328",
                    statedTime: "2024-05-21T15:50:32.024+06:00"
                )
        )
    }

    @Test("The same bytes say the same every time (row 1)")
    func repeated() throws {
        let body = try Fixture.callbackDepositApproved.bytes
        #expect(try Receipts.evidence(in: body) == Receipts.evidence(in: body))
    }

    @Test(
        "Each status, in any case",
        arguments: [
            ("Approved", Claim.succeeded), ("approved", .succeeded), ("Success", .succeeded), ("Rejected", .rejected),
            ("REJECTED", .rejected), ("Pending", .pending), ("Not Initialized", .pending), ("Reversed", .review),
        ]
    )
    func statuses(word: String, claim: Claim) throws {
        let evidence = try Receipts.evidence(in: Body().with("request_status", "\"\(word)\"").bytes)
        #expect(evidence.claim == claim)
        #expect(evidence.rawStatus == word)
    }

    @Test(
        "Both directions",
        arguments: zip(["Deposit", "Withdraw", "withdraw"], [PaymentKind.deposit, .withdrawal, .withdrawal])
    )
    func kinds(word: String, kind: PaymentKind) throws {
        #expect(try Receipts.evidence(in: Body().with("request_type", "\"\(word)\"").bytes).kind == kind)
    }

    @Test("Service types and wallets change nothing", arguments: ["p2p_agent", "p2c_qr", "p2c_api", "of tomorrow"])
    func irrelevant(word: String) throws {
        let body = Body().with("service_type", "\"\(word)\"").with("bank_type", "\"\(word)\"").with("more", "[{}]")
        #expect(try Receipts.evidence(in: body.bytes) == Receipts.evidence(in: Body().bytes))
    }

    @Test("One amount in all its forms (row 8)", arguments: ["100", "100.0", "100.00", #""100""#, #""100.00""#])
    func amounts(json: String) throws {
        let evidence = try Receipts.evidence(in: Body().with("requested_amount", json).bytes)
        #expect(evidence.amount == .money(try Money(parsing: "100", currency: .bdt)))
    }

    @Test(
        "Amounts that are none, and currencies that are none, are never a success (rows 8 and 9)",
        arguments: [
            ("requested_amount", "1e2"), ("requested_amount", "-100"), ("requested_amount", "100.001"),
            ("requested_amount", #""100 ""#), ("requested_amount", #""+100""#), ("requested_amount", #""0100""#),
            ("requested_amount", #""১০০""#), ("requested_amount", "true"), ("requested_amount", "[100]"),
            ("requested_amount", "null"), ("requested_amount", nil), ("requested_amount", #""""#),
            ("requested_amount", "100.01"), ("requested_amount", "99999999999999999999999999"),
            ("currency", nil), ("currency", "null"), ("currency", #""bdt""#), ("currency", #""BDT ""#),
            ("currency", #""USD""#), ("currency", "7"), ("currency", #""""#),
        ]
    )
    func unreadableAmounts(name: String, json: String?) throws {
        let evidence = try Receipts.evidence(in: Body().with(name, json).bytes)
        let terms = PaymentTerms(
            kind: .deposit,
            amount: try Money(parsing: "100", currency: .bdt),
            providerReference: "ORDER-1",
            providerPaymentID: "R-1"
        )
        #expect(evidence.claim == .succeeded)
        #expect(evidence.assessed(against: terms).claim == .review)
    }

    @Test("No transaction, in three forms", arguments: [nil, "null", #""""#])
    func noTransaction(json: String?) throws {
        #expect(try Receipts.evidence(in: Body().with("transaction_id", json).bytes).transactionID == nil)
    }

    @Test(
        "What names no payment, direction or status is kept and not understood (row 16)",
        arguments: ["merchant_payment_id", "request_type", "request_status"],
        [nil, "null", #""""#, "7", "true", "{}", #"["Approved"]"#]
    )
    func notUnderstood(name: String, json: String?) throws {
        let problem = try Receipts.problem(in: Body().with(name, json).bytes)
        #expect(problem == .notUnderstood("\(name): missing, or not what Pay2Local documents"))
    }

    @Test("A direction that nobody documented is not understood")
    func unknownKind() throws {
        guard case .notUnderstood = try Receipts.problem(in: Body().with("request_type", #""Refund""#).bytes) else {
            Issue.record("an unknown direction was understood")
            return
        }
    }

    @Test("A transaction that is no text is not understood", arguments: ["7", "true", "{}"])
    func strangeTransaction(json: String) throws {
        let problem = try Receipts.problem(in: Body().with("transaction_id", json).bytes)
        #expect(problem == .notUnderstood("transaction_id: missing, or not what Pay2Local documents"))
    }

    @Test("What the time looks like decides nothing (row 31)", arguments: [nil, "null", "7", #""tomorrow""#])
    func strangeTime(json: String?) throws {
        let evidence = try Receipts.evidence(in: Body().with("timestamp", json).bytes)
        #expect(evidence.claim == .succeeded)
        #expect(evidence.statedTime == (json == #""tomorrow""# ? "tomorrow" : nil))
    }

    @Test("Pay2Local reads what its page shows")
    func acknowledgement() throws {
        let adapter = try Account.adapter()
        let evidence = try Receipts.evidence(in: Body().bytes)
        for event in [CallbackEvent.evidence(evidence), nil] {
            let answer = String(decoding: adapter.acknowledgement(of: event).json, as: UTF8.self)
            #expect(answer == #"{"success":true,"message":"Callback received"}"#)
        }
        let sample = String(decoding: try Fixture.callbackAcknowledgement.bytes, as: UTF8.self)
        #expect(sample == #"{ "success": true, "message": "Callback received" }"#)
    }
}
