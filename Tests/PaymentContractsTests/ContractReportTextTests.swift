@testable import PaymentContracts
import PaymentIntents
import Testing

@Suite("A report for people")
struct ContractReportTextTests {
    private struct Nothing: Sendable {}

    private struct Accident: Error, CustomStringConvertible {
        let description = "an accident"
    }

    private static let rules = [
        ContractRule<Nothing>("a.holds", "It must.") { _ in },
        ContractRule<Nothing>("a.does-not-hold", "Money is lost.") { _ in
            throw ContractViolation(sent: "one\ntwo", came: "three", due: "four")
        },
        ContractRule<Nothing>("a.fails", "It should.") { _ in throw Accident() },
        ContractRule<Nothing>("a.needs", "It may.", needs: ContractRequirement("wings") { _ in false }) { _ in },
    ]

    private static func report() async -> ContractReport {
        await ContractReport(rules, on: Nothing(), name: "bird", clock: StandingClock())
    }

    @Test("aligns the rules, and says below a broken one why it is there, what was sent, what came and what was due")
    func lines() async {
        let report = await Self.report()
        let texts = zip(report.lines, Self.rules).map { $0.text(why: $1.why, width: 15) }
        #expect(
            texts.joined(separator: "\n") == """
                ✔ a.holds          0 ms
                ✘ a.does-not-hold  0 ms
                    why:  Money is lost.
                    sent: one
                          two
                    came: three
                    due:  four
                ✘ a.fails          0 ms
                    why:  It should.
                    came: an accident
                    due:  no error
                – a.needs          needs wings
                """
        )
    }

    @Test("tells an error that no check is about apart from a violation, for programs as for tests")
    func failure() async {
        let rule = Self.rules[2]
        #expect(await rule.verdict(on: Nothing()) == .failed("an accident"))
        #expect(await rule.violation(by: Nothing())?.came == "an accident")
        #expect(await Self.report().json.contains(#""rule":"a.fails","verdict":"failed","error":"an accident""#))
    }

    @Test("counts what holds, is broken and does not apply")
    func summary() async {
        let report = await Self.report()
        #expect(report.summary == "bird: 4 rules, 1 hold, 2 broken, 1 not applicable; 0 ms")
        #expect(!report.isClean)
    }
}

/// A clock on which no time passes.
private struct StandingClock: Clock {
    let now = ContinuousClock().now
    let minimumResolution = Duration.zero

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {}
}
