import Foundation
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("The rest that a provider asked for")
struct RestPeriodTests {
    private let start = ManualClock.start

    @Test("lasts as long as was said; what is said later never shortens it")
    func length() {
        let rest = RestPeriod()
        #expect(rest.remainder(at: start) == nil)
        rest.begin(.seconds(600), at: start)
        rest.begin(.seconds(1), at: start + 10)
        #expect(rest.remainder(at: start + 10) == .seconds(590))
        #expect(rest.remainder(at: start + 600) == nil)
    }

    @Test("row 31: ends with a clock that steps back a day, and what is said afterwards holds")
    func clockSteppingBack() {
        let rest = RestPeriod()
        rest.begin(.seconds(600), at: start)
        #expect(rest.remainder(at: start - 86_400) == nil)
        rest.begin(.seconds(60), at: start - 86_400)
        #expect(rest.remainder(at: start - 86_400) == .seconds(60))
    }
}
