import Pay2Local
import PaymentIntents
import Testing

@Suite("Replies")
struct ReplyTests {
    private func taka(_ text: String) throws -> Money { try Money(parsing: text, currency: .bdt) }

    @Test("The sample of a deposit (Create Deposit)")
    func deposit() throws {
        let order = try Order.make(amount: "50", reference: "100058130003", method: .bkash)
        let intent = try Replies.intent(Fixture.createDepositAnswer.bytes, to: .create(order))

        #expect(intent.account.rawValue == "agents")
        #expect(intent.providerPaymentID == "236a4d5f-884a-4934-90af-04306146c328")
        #expect(intent.id == intent.requestID)
        #expect(intent.kind == .deposit)
        #expect(intent.amount == (try taka("50")))
        #expect(intent.statedAmount == .money(try taka("50")))
        #expect(intent.reference == "100058130003")
        #expect(intent.method == .bkash)
        #expect(intent.claim == .pending)
        #expect(intent.status == .pending)
        #expect(intent.rawStatus.isEmpty)
        #expect(intent.rawRequestType == "Deposit")
        #expect(intent.rawBankType == "Bkash")
        #expect(intent.rawServiceType == "p2p_agent")
        #expect(intent.rawAmount == "50")
        #expect(intent.rawCurrency == "BDT")
        #expect(intent.transactionID == nil)
        #expect(intent.expiresAt == nil)
        #expect(intent.createdAt == nil)
        let page = try #require(WebURL("https://pay2bd.com/deposit/69caaa2e-b785-43d0-b632-b0aa5e46b722"))
        #expect(intent.nextAction == .redirect(page))
    }

    @Test("The sample of a withdrawal (All-in-one Method Withdrawal)")
    func withdrawal() throws {
        let order = try Order.make(.withdrawal, reference: "100058130006", method: .upay, payee: "01700000001")
        let intent = try Replies.intent(Fixture.createWithdrawalAnswer.bytes, to: .create(order))

        #expect(intent.requestID == "087a8b14-9cad-49f9-86b3-6066cffd843e")
        #expect(intent.kind == .withdrawal)
        #expect(intent.method == .upay)
        #expect(intent.claim == .pending)
        #expect(intent.nextAction == .none)
    }

    @Test("The sample of a status; its `notes` decide nothing (Check Payment Status)")
    func status() throws {
        let intent = try Replies.intent(Fixture.statusAnswer.bytes, to: .query(Replies.lookup))

        #expect(intent.requestID == "087a8b14")
        #expect(intent.kind == .withdrawal)
        #expect(intent.reference == "Py67ZppPBNfr")
        #expect(intent.statedAmount == .money(try taka("100")))
        #expect(intent.claim == .succeeded)
        #expect(intent.rawStatus == "Approved")
        #expect(intent.method == .bkash)
        #expect(intent.customerPhone == MSISDN("01645484848"))

        let evidence = intent.evidence(from: .query)
        #expect(evidence.claim == .succeeded)
        #expect(evidence.providerPaymentID == "087a8b14")
        #expect(evidence.reference == "Py67ZppPBNfr")
    }

    @Test("The sample of a balance (Get Balance Details)")
    func balance() throws {
        let balance = try Replies.balance(Fixture.balanceAnswer.bytes)
        #expect(balance == AccountBalance(available: try taka("20"), unsettled: try taka("20")))
    }

    @Test("A debt is no money that is there")
    func debt() throws {
        let balance = try Replies.balance(Array(#"{"balance":-12.5,"unsettled_withdrawal_amount":"3.20"}"#.utf8))
        #expect(balance == AccountBalance(available: nil, unsettled: try taka("3.20")))
    }

    @Test(
        "Each status, in any case",
        arguments: [
            ("Approved", Claim.succeeded), ("APPROVED", .succeeded), ("Success", .succeeded), ("success", .succeeded),
            ("Rejected", .rejected), ("rejected", .rejected),
            ("Pending", .pending), ("Not Initialized", .pending), ("not initialized", .pending),
            ("Expired", .review), ("Approved ", .review), ("Αpproved", .review), ("ſuccess", .review),
        ]
    )
    func statuses(word: String, claim: Claim) throws {
        let body = try Fixture.statusAnswer.replacing("Approved", with: word)
        let intent = try Replies.intent(body, to: .query(Replies.lookup))
        #expect(intent.claim == claim)
        #expect(intent.rawStatus == word)
    }

    @Test("The answers of older interfaces: a `data` wrapper, `msg`, and less of everything")
    func wrapped() throws {
        let body = #"""
            {"data":{"requested_amount":"100.00","merchant_payment_id":"Py67ZppPBNfr","currency":"BDT",
            "request_type":"withdraw","request_status":"Pending"},"msg":"Success","status":200}
            """#
        let intent = try Replies.intent(Array(body.utf8), to: .query(Replies.lookup))
        #expect(intent.claim == .pending)
        #expect(intent.amount == (try taka("100")))
        #expect(intent.method == nil)
    }

    @Test("A creation that names nothing but its id is as it was asked for")
    func sparse() throws {
        let order = try Order.make(amount: "75.50", method: .rocket)
        let intent = try Replies.intent(Array(#"{"request_id":"R-1","status":200}"#.utf8), to: .create(order))
        #expect(intent.amount == order.amount)
        #expect(intent.statedAmount == .absent)
        #expect(intent.reference == order.reference)
        #expect(intent.method == .rocket)
    }

    @Test(
        "What a creation states is reported as it stands (rows 8 and 9)",
        arguments: [
            (#""requested_amount": 50"#, #""requested_amount": 51"#, Discrepancy.amount),
            (#""currency": "BDT""#, #""currency": "USD""#, .currency),
            (#""currency": "BDT""#, #""currency": "bdt""#, .currency),
            (#""Deposit""#, #""Withdraw""#, .kind),
            (#""100058130003""#, #""100058130004""#, .reference),
        ]
    )
    func reported(text: String, other: String, discrepancy: Discrepancy) throws {
        let order = try Order.make(amount: "50", reference: "100058130003", method: .bkash)
        let body = try Fixture.createDepositAnswer.replacing(text, with: other)
        let evidence = try Replies.intent(body, to: .create(order)).evidence(from: .creation)
        let terms = PaymentTerms(
            kind: order.kind,
            amount: order.amount,
            providerReference: order.reference,
            providerPaymentID: nil
        )
        #expect(evidence.assessed(against: terms).discrepancies == [discrepancy])
        #expect(evidence.assessed(against: terms).claim == .review)
    }

    @Test(
        "A page that no customer may be sent to is not passed on (row 39)",
        arguments: [
            "javascript:alert(1)", "https://u:p@pay2bd.com/", "https://pay2bd.com/\\u000d\\u000aX: y", "//pay2bd.com/",
            "redirect_url", "https://", "",
        ]
    )
    func hostilePage(url: String) throws {
        let body = try Fixture.createDepositAnswer.replacing(
            "https://pay2bd.com/deposit/69caaa2e-b785-43d0-b632-b0aa5e46b722",
            with: url
        )
        let intent = try Replies.intent(body, to: .create(Order.make(amount: "50", reference: "100058130003")))
        #expect(intent.nextAction == .none)
    }

    @Test("A page without TLS is passed on in the sandbox only (row 39)")
    func plainPage() throws {
        let body = try Fixture.createDepositAnswer.replacing("https://pay2bd", with: "http://pay2bd")
        let order = try Order.make(amount: "50", reference: "100058130003")
        #expect(try Replies.intent(body, to: .create(order), environment: .live).nextAction == .none)
        #expect(try Replies.intent(body, to: .create(order), environment: .sandbox).nextAction != .none)
    }

    @Test("An agent's number without a page is how the customer pays by hand")
    func agentNumber() throws {
        let body = #"{"request_id":"R-1","agent_number":"01800000002","requested_amount":100,"currency":"BDT"}"#
        let intent = try Replies.intent(Array(body.utf8), to: .create(Order.make()))
        let receiver = try #require(MSISDN("01800000002"))
        #expect(intent.agentNumber == receiver)
        let instructions = PaymentInstructions(receiver: receiver, amount: try taka("100"), reference: nil)
        #expect(intent.nextAction == .instructions(instructions))
    }

    @Test("A hosted page of a withdrawal is passed on")
    func hostedWithdrawal() throws {
        let body = #"{"request_id":"R-1","redirect_url":"https://pay2bd.com/withdraw/1","status":200}"#
        let order = try Order.make(.withdrawal, method: nil, payee: "01700000001")
        let page = try #require(WebURL("https://pay2bd.com/withdraw/1"))
        #expect(try Replies.intent(Array(body.utf8), to: .create(order)).nextAction == .redirect(page))
    }
}
