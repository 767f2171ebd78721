import AsyncHTTPClient
import HTTPTypes
import Pay2LocalSimulator
import ProviderSimulation
import Signatures
import Testing

@Suite("Pay2Local: faults", .timeLimit(.minutes(30)))
struct FaultTests {
    private func isSignedRightly(_ request: ReceivedRequest) throws -> Bool {
        let key = try SigningKey(Array(Shop.accessKey.utf8))
        let name = try #require(HTTPField.Name("x-signature"))
        return request.headers[name] == (try key.code(for: request.body.span).hexadecimal)
    }

    private func text(_ request: ReceivedRequest) -> String { String(decoding: request.body, as: UTF8.self) }

    @Test("duplicate: the same bytes twice")
    func duplicate() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.duplicate)
            try await shop.simulator.approve(try await shop.deposit().string("request_id"))
            let received = try await shop.merchant.received.wait(for: 2)
            #expect(received[0].body == received[1].body)
            #expect(received[0].headers == received[1].headers)
        }
    }

    @Test("reorder: the next callback, of whatever request, goes first")
    func reorder() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.reorder, .once)
            let (first, second) = (try await shop.deposit(), try await shop.deposit())
            try await shop.simulator.approve(first.string("request_id"))
            try await shop.simulator.reject(second.string("request_id"))
            #expect(try await shop.statuses(2) == ["Rejected", "Approved"])
        }
    }

    @Test("delay: the callback leaves later")
    func delay() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.delay)
            try await shop.simulator.approve(try await shop.deposit().string("request_id"))
            try await shop.clock.waitForSleeper(at: .seconds(5))
            #expect(shop.merchant.received.entries.isEmpty)
            shop.clock.advance(by: .seconds(5))
            #expect(try await shop.statuses(1) == ["Approved"])
        }
    }

    @Test("drop: nothing is sent, the status is as it is")
    func drop() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.drop, .once)
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.approve(id)
            try await shop.simulator.announce(.rejected, of: id)
            #expect(try await shop.statuses(1) == ["Rejected"])
            #expect(shop.simulator.deliveries.entries.first?.result == .dropped)
            #expect(await shop.simulator.paymentRequest(id)?.status == .approved)
        }
    }

    @Test("wrong-signature: both are well formed, and wrong")
    func wrongSignature() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.wrongSignature, .once)
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.approve(id)
            try await shop.simulator.announce(.approved, of: id)
            let received = try await shop.merchant.received.wait(for: 2)
            #expect(try !isSignedRightly(received[0]))
            #expect(try isSignedRightly(received[1]))
            #expect(text(received[0]).suffix(67) != text(received[1]).suffix(67))
            #expect(text(received[0]).dropLast(67) == text(received[1]).dropLast(67))
        }
    }

    @Test("wrong-amount: one taka more, signed rightly")
    func wrongAmount() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.wrongAmount)
            try await shop.simulator.approve(try await shop.deposit().string("request_id"))
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(text(request).contains(#""requested_amount":51,"#))
            #expect(try isSignedRightly(request))
        }
    }

    @Test("an amount of the test's choice")
    func chosenAmount() async throws {
        try await Shop.open { shop in
            let amount = try #require(Taka("0.5"))
            try await shop.simulator.approve(try await shop.deposit().string("request_id"), reporting: amount)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(text(request).contains(#""requested_amount":0.5,"#))
        }
    }

    @Test("contradict: approved, then rejected, while a query still says approved")
    func contradict() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.contradict)
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.approve(id)
            #expect(try await shop.statuses(2) == ["Approved", "Rejected"])
            #expect(await shop.simulator.paymentRequest(id)?.status == .approved)
        }
    }

    @Test("contradicting by hand changes the status too")
    func contradictByHand() async throws {
        try await Shop.open { shop in
            let id = try await shop.deposit().string("request_id")
            try await shop.simulator.contradict(id)
            #expect(try await shop.statuses(2) == ["Approved", "Rejected"])
            #expect(await shop.simulator.paymentRequest(id)?.status == .rejected)
        }
    }

    @Test("no-answer: processed, and the client waits in vain", arguments: [Shop.deposits, Shop.withdrawals])
    func noAnswer(path: String) async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.noAnswer)
            let body =
                #"{"amount":"5","redirect_url":"https://shop.example/","merchant_payment_id":"1","#
                + #""currency":"BDT","service_type":"p2c_qr","bank_type":"Upay","cust_phone":"017"}"#
            let answers = Journal<Answer>()
            let client = Task { answers.append(try await shop.call(.POST, path, body: body)) }
            // It is processed first, and then it is this one that is not answered.
            while shop.simulator.faults.armed[.noAnswer] != nil { await Task.yield() }
            #expect(await shop.simulator.createdCount() == 1)
            let again = try await shop.call(.POST, path, body: body)
            #expect(again.status == 200)
            // A whole call came and went meanwhile. Whoever waits for the first answer gives up.
            #expect(answers.entries.isEmpty)
            client.cancel()
            await #expect(throws: (any Error).self) { try await client.value }
        }
    }

    @Test("reset: processed, then the connection is closed")
    func reset() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.reset)
            await #expect(throws: HTTPClientError.remoteConnectionClosed) { try await shop.deposit() }
            #expect(await shop.simulator.createdCount() == 1)
            let again = try await shop.deposit()
            #expect(again.status == 200)
        }
    }

    @Test("rate-limit: 429 with Retry-After, unprocessed")
    func rateLimit() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.rateLimit)
            let answer = try await shop.deposit()
            #expect(answer.status == 429)
            #expect(answer.header("Retry-After") == "1")
            #expect(answer.text == #"{"message":"Too Many Requests","status":429}"#)
            #expect(await shop.simulator.createdCount() == 0)
            #expect(try await shop.deposit().status == 200)
        }
    }

    @Test("server-error: 500, unprocessed")
    func serverError() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.serverError)
            let answer = try await shop.withdrawal()
            #expect(answer.status == 500)
            #expect(answer.text == #"{"message":"Internal Server Error","status":500}"#)
            #expect(await shop.simulator.createdCount() == 0)
        }
    }
}
