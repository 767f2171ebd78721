import Foundation
import HTTPTypes
import ProviderSimulation
import Testing

@Suite("What both simulators share", .timeLimit(.minutes(30)))
struct SharedPartsTests {
    @Test("a fault strikes as often as it is armed")
    func faultCounts() {
        let plan = FaultPlan([.drop: .times(2), .delay: .always, .reset: .times(0)])
        #expect((0..<4).map { _ in plan.strikes(.drop) } == [true, true, false, false])
        #expect((0..<4).allSatisfy { _ in plan.strikes(.delay) })
        #expect(!plan.strikes(.reset))
        #expect(!plan.strikes(.duplicate))
        plan.arm(.noAnswer)
        #expect([plan.strikes(.noAnswer), plan.strikes(.noAnswer)] == [true, false])
        plan.disarmAll()
        #expect(plan.armed.isEmpty)
    }

    @Test("JSON keeps order and digits, and escapes what must be")
    func json() {
        let json: WireJSON = [
            "b": .number("100.00"), "a": .string("\"\\/\n\u{1}ä"), "none": nil,
            "list": .array([.null, .boolean(true)]),
        ]
        #expect(json.text == #"{"b":100.00,"a":"\"\\/\n\u0001ä","list":[null,true]}"#)
    }

    @Test("HTML escapes what is put into it, once")
    func html() {
        let inner: HTML = "<b>\("<&>\"'")</b>"
        let outer: HTML = "<p>\(inner)</p>"
        #expect(outer.markup == "<p><b>&lt;&amp;&gt;&quot;&#39;</b></p>")
    }

    @Test(
        "a merchant's URL is http or https and printable",
        arguments: [
            ("https://shop.example/a?b=c", true), ("http://127.0.0.1:8080/", true), ("HTTPS://shop.example", true),
            ("javascript:alert(1)", false), ("data:text/html,x", false), ("/relative", false), ("https://", false),
            ("https://shop.example/a b", false), ("https://shop.example/\r\nX: y", false), ("", false),
            ("https://shop.example/ä", false),
        ]
    )
    func merchantURL(text: String, isAccepted: Bool) {
        #expect((MerchantURL(text) != nil) == isAccepted)
    }

    @Test("the backoff doubles; one attempt has no pause")
    func schedule() {
        #expect(RetrySchedule.fiveAttempts.pauses == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
        #expect(RetrySchedule(attempts: 1, firstPause: .seconds(1)).pauses.isEmpty)
        #expect(RetrySchedule(attempts: 0, firstPause: .seconds(1)).pauses.isEmpty)
    }

    @Test("equal seeds give equal ids")
    func identifiers() {
        let (first, second) = (IdentifierSource(SeededGenerator(seed: 7)), IdentifierSource(SeededGenerator(seed: 7)))
        #expect(first.uuid() == second.uuid())
        #expect(first.code(length: 10) == second.code(length: 10))
        #expect(first.uuid() != first.uuid())
        #expect(first.code(length: -1).isEmpty)
    }

    @Test("a sleeper wakes at its time, not before, and at once when cancelled")
    func clock() async throws {
        let clock = SimulatedClock()
        let timekeeper = Timekeeper(clock, startingAt: Shop.opening)
        let sleeper = Task { try await timekeeper.sleep(for: .seconds(10)) }
        try await clock.waitForSleeper(at: .seconds(10))
        clock.advance(by: .seconds(9))
        #expect(timekeeper.now == Shop.opening.addingTimeInterval(9))
        clock.advance(by: .seconds(1))
        try await sleeper.value
        let cancelled = Task { try await timekeeper.sleep(for: .seconds(10)) }
        try await clock.waitForSleeper(at: .seconds(20))
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
    }

    @Test("a promise is kept once, and waiting can be cancelled")
    func promise() async throws {
        let promise = Promise<Int>()
        let impatient = Task { try await promise.value() }
        impatient.cancel()
        await #expect(throws: CancellationError.self) { try await impatient.value }
        promise.fulfil(1)
        promise.fulfil(2)
        #expect(try await promise.value() == 1)
    }

    @Test("secrets and numbers describe themselves without themselves")
    func redaction() {
        let secret: SimulatorSecret = "whsec_0123456789abcdef"
        let number: WalletNumber = "01712345001"
        #expect("\(secret) \(String(reflecting: secret))" == "••• •••")
        #expect("\(number)" == "017•••••001")
        #expect("\(WalletNumber("123"))" == "•••")
    }
}
