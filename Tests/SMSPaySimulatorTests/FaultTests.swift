import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import ProviderSimulation
import Signatures
import SMSPaySimulator
import Testing

@Suite("SMS Pay: faults", .timeLimit(.minutes(30)))
struct FaultTests {
    private func isSignedRightly(_ request: ReceivedRequest) throws -> Bool {
        let key = try SigningKey(Array(Shop.webhookSecret.utf8))
        let name = try #require(HTTPField.Name("X-Signature"))
        return request.headers[name] == "sha256=" + (try key.code(for: request.body.span).hexadecimal)
    }

    @Test("the names are those of the command line")
    func names() {
        #expect(
            Fault.allCases.map(\.rawValue) == [
                "duplicate", "reorder", "delay", "drop", "wrong-signature", "wrong-amount", "contradict", "no-answer",
                "rate-limit", "server-error", "reset",
            ]
        )
    }

    @Test("duplicate: the same bytes twice")
    func duplicate() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.duplicate, .once)
            let (first, second) = (try await shop.createdID(), try await shop.createdID())
            try await shop.simulator.pay(first)
            let received = try await shop.merchant.received.wait(for: 2)
            #expect(received[0].body == received[1].body)
            #expect(received[0].headers == received[1].headers)
            try await shop.simulator.pay(second)
            #expect(try await shop.merchant.received.wait(for: 3).count == 3)
        }
    }

    @Test("reorder: the next webhook goes first")
    func reorder() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.reorder, .once)
            let id = try await shop.createdID()
            try await shop.simulator.review(id)
            try await shop.simulator.confirm(id)
            #expect(try await shop.events(2) == ["payment.paid", "payment.review_required"])
        }
    }

    @Test("a duplicate is due twice, a held webhook once the next one lets it go, a dropped one never")
    func due() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            shop.simulator.faults.arm(.duplicate, .once)
            try await shop.simulator.review(id)
            #expect(shop.simulator.dueWebhookCount == 2)
            shop.simulator.faults.arm(.reorder, .once)
            try await shop.simulator.confirm(id)
            #expect(shop.simulator.dueWebhookCount == 2)
            try await shop.simulator.reject(id)
            #expect(shop.simulator.dueWebhookCount == 4)
            shop.simulator.faults.arm(.drop)
            try await shop.simulator.confirm(id)
            #expect(shop.simulator.dueWebhookCount == 4)
            #expect(try await shop.merchant.received.wait(for: 4).count == 4)
        }
    }

    @Test("reorder without a next one: it leaves late")
    func reorderAlone() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.reorder)
            try await shop.simulator.pay(try await shop.createdID())
            try await shop.clock.waitForSleeper(at: .seconds(5))
            #expect(shop.merchant.received.entries.isEmpty)
            shop.clock.advance(by: .seconds(5))
            #expect(try await shop.events(1) == ["payment.paid"])
        }
    }

    @Test("delay: the webhook leaves later and is overtaken")
    func delay() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.delay, .once)
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            try await shop.simulator.announce(.expired, of: id)
            try await shop.clock.waitForSleeper(at: .seconds(5))
            #expect(try await shop.events(1) == ["payment.expired"])
            shop.clock.advance(by: .seconds(5))
            #expect(try await shop.events(2) == ["payment.expired", "payment.paid"])
        }
    }

    @Test("drop: nothing is sent, the state is as it is")
    func drop() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.drop, .once)
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            try await shop.simulator.announce(.expired, of: id)
            #expect(try await shop.events(1) == ["payment.expired"])
            #expect(shop.simulator.deliveries.entries.first?.result == .dropped)
            #expect(await shop.simulator.intent(id)?.status == .paid)
        }
    }

    @Test("wrong-signature: well formed, and wrong")
    func wrongSignature() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.wrongSignature, .once)
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            try await shop.simulator.announce(.paid, of: id)
            let received = try await shop.merchant.received.wait(for: 2)
            #expect(try !isSignedRightly(received[0]))
            #expect(try isSignedRightly(received[1]))
        }
    }

    @Test("wrong-amount: one taka more, signed rightly")
    func wrongAmount() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.wrongAmount, .once)
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            let request = try #require(try await shop.merchant.received.wait(for: 1).first)
            #expect(String(decoding: request.body, as: UTF8.self).contains(#""amount":"501""#))
            #expect(try isSignedRightly(request))
            #expect(try await shop.call(.GET, "/v1/payments/intents/\(id)").string("amount") == "500")
        }
    }

    @Test("contradict: paid, then rejected, while a query still says paid")
    func contradict() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.contradict, .once)
            let id = try await shop.createdID()
            try await shop.simulator.pay(id)
            #expect(try await shop.events(2) == ["payment.paid", "payment.rejected"])
            #expect(await shop.simulator.intent(id)?.status == .paid)
        }
    }

    @Test("contradicting by hand changes the status too")
    func contradictByHand() async throws {
        try await Shop.open { shop in
            let id = try await shop.createdID()
            try await shop.simulator.contradict(id)
            #expect(try await shop.events(2) == ["payment.paid", "payment.rejected"])
            #expect(await shop.simulator.intent(id)?.status == .rejected)
        }
    }

    @Test("no-answer: processed, and the client waits in vain")
    func noAnswer() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.noAnswer)
            let body = #"{"amount":5,"currency":"BDT","customerReference":"A","idempotencyKey":"K"}"#
            let answers = Journal<Answer>()
            let client = Task { answers.append(try await shop.call(.POST, "/v1/payments/intents", body: body)) }
            // It is processed first, and then it is this one that is not answered.
            while shop.simulator.faults.armed[.noAnswer] != nil { await Task.yield() }
            #expect(await shop.simulator.createdCount() == 1)
            let again = try await shop.call(.POST, "/v1/payments/intents", body: body)
            #expect(again.status == 201)
            #expect(await shop.simulator.createdCount() == 1)
            // A whole call came and went meanwhile. Whoever waits for the first answer gives up.
            #expect(answers.entries.isEmpty)
            client.cancel()
            await #expect(throws: (any Error).self) { try await client.value }
        }
    }

    @Test("no-answer: a hanging connection does not hold up the shutdown")
    func noAnswerAtShutdown() async throws {
        try await confirmation { failed in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                try await Shop.open { shop in
                    shop.simulator.faults.arm(.noAnswer)
                    let url = try await shop.simulator.baseURL() + "/v1/payments/intents"
                    tasks.addTask {
                        var request = HTTPClientRequest(url: url)
                        request.method = .POST
                        request.headers.add(name: "X-Api-Key", value: Shop.apiKey)
                        let body = #"{"amount":5,"currency":"BDT","customerReference":"A"}"#
                        request.body = .bytes(Array(body.utf8), length: .known(Int64(body.utf8.count)))
                        let failure = await #expect(throws: HTTPClientError.self) {
                            try await HTTPClient.shared.execute(request, timeout: .seconds(300))
                        }
                        #expect(failure == .remoteConnectionClosed)
                        failed()
                    }
                    try await shop.simulator.requests.wait(for: 1)
                }
                try await tasks.waitForAll()
            }
        }
    }

    @Test("reset: processed, then the connection is closed")
    func reset() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.reset)
            await #expect(throws: HTTPClientError.remoteConnectionClosed) { try await shop.create() }
            #expect(await shop.simulator.createdCount() == 1)
            let again = try await shop.create()
            #expect(again.status == 201)
        }
    }

    @Test("no-answer and reset leave refused creations alone", arguments: [Fault.noAnswer, .reset])
    func refusedCreation(fault: Fault) async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(fault)
            let answer = try await shop.call(.POST, "/v1/payments/intents", body: "{}")
            #expect(answer.status == 400)
            #expect(shop.simulator.faults.armed == [fault: .once])
        }
    }

    @Test("rate-limit: the first calls get 429 with Retry-After")
    func rateLimit() async throws {
        try await Shop.open { shop in
            shop.simulator.faults.arm(.rateLimit, .times(2))
            for _ in 0..<2 {
                let answer = try await shop.create()
                #expect(answer.status == 429)
                #expect(answer.header("Retry-After") == "1")
                #expect(answer.text == #"{"statusCode":429,"message":"Too many requests","error":"Too Many Requests"}"#)
            }
            #expect(await shop.simulator.createdCount() == 0)
            #expect(try await shop.create().status == 201)
        }
    }

    @Test("server-error: 500, unprocessed, as long as it is armed")
    func serverError() async throws {
        try await Shop.open {
            $0.faults = [.serverError: .always]
        } _: { shop in
            for _ in 0..<3 {
                let answer = try await shop.create()
                #expect(answer.status == 500)
                #expect(try answer.string("error") == "Internal Server Error")
            }
            #expect(await shop.simulator.createdCount() == 0)
            shop.simulator.faults.disarm(.serverError)
            #expect(try await shop.create().status == 201)
        }
    }
}
