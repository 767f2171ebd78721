import Foundation
import PaymentGateway
import Testing

@Suite("Times in JSON")
struct JSONTimeTests {
    @Test("every day from 1970 to 9999 is that of Foundation, at any of its milliseconds")
    func days() {
        let style = Date.ISO8601FormatStyle()
        for day in 0..<2_932_897 where day % 7 == 0 || day % 365 < 3 {
            let second = day * 86_400 + day * 7919 % 86_400
            let millisecond = day * 31 % 1000
            let date = Date(timeIntervalSince1970: Double(second * 1000 + millisecond) / 1000)
            let whole = style.format(Date(timeIntervalSince1970: Double(second))).dropLast()
            let digits = String(1000 + millisecond).dropFirst()
            let text = JSONTime.text(date)
            guard text != "\(whole).\(digits)Z" else { continue }
            Issue.record("\(text) and not \(whole).\(digits)Z")
            return
        }
    }

    @Test("the nearest millisecond", arguments: [(0.0004, "0.000"), (0.0006, "0.001"), (1.9996, "2.000")])
    func nearest(seconds: Double, text: String) {
        #expect(JSONTime.text(Date(timeIntervalSince1970: seconds)) == "1970-01-01T00:00:0\(text)Z")
    }

    @Test("what lies before 1970 or behind 9999 is shown too")
    func outOfTheUsual() {
        #expect(JSONTime.text(Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59.500Z")
        #expect(JSONTime.text(Date(timeIntervalSince1970: 253_402_300_799.9996)).hasPrefix("9999-12-31T23:59:59"))
        #expect(!JSONTime.text(.distantPast).isEmpty)
        #expect(!JSONTime.text(Date(timeIntervalSince1970: .infinity)).isEmpty)
    }
}
