import Foundation
import PaymentIntents
import Testing

@Suite("Payment ids")
struct PaymentIDTests {
    private static let time = Date(timeIntervalSince1970: 1_777_975_500)

    private static func id(seconds: TimeInterval, seed: UInt64 = 1) -> PaymentID {
        var generator = SeededGenerator(seed: seed)
        return PaymentID(at: Date(timeIntervalSince1970: seconds), using: &generator)
    }

    @Test("sort by their time, whatever the random part is")
    func order() {
        let times: [TimeInterval] = [0, 0.001, 1, 31, 32, 1_777_975_500, 1_777_975_500.001, 64_092_211_200]
        let ids = times.enumerated().map { Self.id(seconds: $1, seed: UInt64(100 - $0)) }
        #expect(ids == ids.sorted())
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("are read back as they were written")
    func roundTrip() {
        for seed in 0..<100 as Range<UInt64> {
            let id = Self.id(seconds: 1_777_975_500, seed: seed)
            #expect(PaymentID(id.rawValue) == id)
            #expect("\(id)" == id.rawValue)
            #expect(id.rawValue.utf8.count == 40)
        }
    }

    @Test("come from the generator that is handed in, and from nothing else")
    func injected() {
        #expect(Self.id(seconds: 5, seed: 7) == Self.id(seconds: 5, seed: 7))
        #expect(Self.id(seconds: 5, seed: 7) != Self.id(seconds: 5, seed: 8))
        #expect(Self.id(seconds: 5, seed: 7) != Self.id(seconds: 6, seed: 7))
    }

    @Test("differ within one millisecond")
    func unique() {
        var generator = SeededGenerator(seed: 1)
        let ids = (0..<10_000).map { _ in PaymentID(at: Self.time, using: &generator) }
        #expect(Set(ids).count == ids.count)
    }

    @Test("use every digit in every random place")
    func digits() {
        var generator = SeededGenerator(seed: 1)
        var seen = [Set<UInt8>](repeating: [], count: 26)
        for _ in 0..<2000 {
            let random = PaymentID(at: Self.time, using: &generator).rawValue.utf8.suffix(26)
            for (place, digit) in random.enumerated() { seen[place].insert(digit) }
        }
        // The last two places hold the rest of the third draw.
        #expect(seen.allSatisfy { $0.count == 32 })
    }

    @Test(
        "survive a mad clock",
        arguments: [-1, -.infinity, .infinity, .nan, .greatestFiniteMagnitude, 1e15] as [TimeInterval]
    )
    func madClock(_ seconds: TimeInterval) {
        let id = Self.id(seconds: seconds)
        #expect(PaymentID(id.rawValue) == id)
        #expect(id.rawValue.hasPrefix(seconds > 0 ? "pay_zzzzzzzzzz" : "pay_0000000000"))
    }

    @Test(
        "refuse what is none",
        arguments: [
            "", "pay_", "pay_0", "pay_" + String(repeating: "0", count: 35), "pay_" + String(repeating: "0", count: 37),
            "PAY_" + String(repeating: "0", count: 36), "pay-" + String(repeating: "0", count: 36),
            String(repeating: "0", count: 40), " pay_" + String(repeating: "0", count: 36),
            "pay_" + String(repeating: "0", count: 35) + "\n", "pay_" + String(repeating: "Z", count: 36),
            "pay_" + String(repeating: "0", count: 35) + "u", "pay_" + String(repeating: "0", count: 35) + "\0",
            "pay_" + String(repeating: "é", count: 18), "pay_" + String(repeating: "0", count: 33) + "０",
            "pay_\u{301}" + String(repeating: "0", count: 34),
        ]
    )
    func refuses(_ text: String) {
        #expect(PaymentID(text) == nil)
    }
}
