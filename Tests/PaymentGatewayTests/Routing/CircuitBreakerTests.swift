import Foundation
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("The circuit breaker")
struct CircuitBreakerTests {
    private let start = ManualClock.start

    private func broken() -> CircuitBreaker {
        let breaker = CircuitBreaker()
        for _ in 1...5 { breaker.note(ProviderError(.notConnected, ""), at: start) }
        return breaker
    }

    @Test("It opens after 5 failures in a row, and not before")
    func opening() {
        let breaker = CircuitBreaker()
        for _ in 1...4 {
            breaker.note(ProviderError(.unavailable, ""), at: start)
            #expect(breaker.admits(at: start))
        }
        breaker.note(ProviderError(.notConnected, ""), at: start)
        #expect(!breaker.admits(at: start))
    }

    @Test(
        "Any answer in between starts the count again",
        arguments: [nil, .rateLimited, .refused, .credentialsRefused] as [ProviderError.Code?]
    )
    func answer(_ code: ProviderError.Code?) {
        let breaker = CircuitBreaker()
        for _ in 1...4 { breaker.note(ProviderError(.notConnected, ""), at: start) }
        breaker.note(code.map { ProviderError($0, "") }, at: start)
        for _ in 1...4 { breaker.note(ProviderError(.notConnected, ""), at: start) }
        #expect(breaker.admits(at: start))
    }

    @Test("After 30 seconds it lets one request through, and the next one only 30 seconds later")
    func halfOpen() {
        let breaker = broken()
        #expect(!breaker.admits(at: start + 29.9))
        #expect(breaker.admits(at: start + 30))
        #expect(!breaker.admits(at: start + 30))
        #expect(!breaker.admits(at: start + 59))
        #expect(breaker.admits(at: start + 60))
    }

    @Test("Half open, an answer closes it and a failure opens it again")
    func probe() {
        let breaker = broken()
        #expect(breaker.admits(at: start + 30))
        breaker.note(ProviderError(.unavailable, ""), at: start + 31)
        #expect(!breaker.admits(at: start + 60))
        #expect(breaker.admits(at: start + 61))
        breaker.note(nil, at: start + 62)
        #expect(breaker.admits(at: start + 62))
        #expect(breaker.admits(at: start + 62))
    }

    @Test("row 31: a clock that steps back a day does not leave the provider alone for a day")
    func clockSteppingBack() {
        #expect(broken().admits(at: start - 86_400))
    }
}
