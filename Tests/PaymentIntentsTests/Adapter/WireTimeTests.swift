import Foundation
import PaymentIntents
import Testing

@Suite("Times on the wire")
struct WireTimeTests {
    @Test(
        "are read with their zone and their fraction",
        arguments: zip(
            [
                "1970-01-01T00:00:00Z", "2026-05-05T10:05:00.000Z", "2026-05-05T10:05:00Z",
                "2024-05-21T15:50:32.024+06:00", "2024-05-21T15:50:32+0600", "2024-05-21T04:20:32-05:30",
                "2024-02-29T00:00:00Z", "2000-02-29T23:59:59.5Z", "1969-12-31T23:59:59Z", "0000-03-01T00:00:00Z",
                "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2024-12-31T00:00:00.000000001Z",
            ],
            [
                0, 1_777_975_500, 1_777_975_500, 1_716_285_032.024, 1_716_285_032, 1_716_285_032,
                1_709_164_800, 951_868_799.5, -1, -62_162_035_200, 253_402_300_799, -62_167_219_200, 1_735_603_200,
            ] as [TimeInterval]
        )
    )
    func reads(_ text: String, _ seconds: TimeInterval) throws {
        let date = try #require(WireTime.date(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_01)
    }

    @Test("agree with Foundation on every day of four centuries")
    func everyDay() {
        let style = Date.ISO8601FormatStyle()
        for day in stride(from: -135_140, to: 11_000, by: 1) {
            let date = Date(timeIntervalSince1970: TimeInterval(day) * 86_400)
            let text = style.format(date)
            guard WireTime.date(text) == date else {
                Issue.record("\(text)")
                return
            }
        }
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "Z", "2026-05-05", "2026-05-05T10:05:00", "2026-05-05 10:05:00Z", "2026-05-05t10:05:00z",
            "2026-05-05T10:05Z", "2026-5-5T10:05:00Z", "2026-05-05T10:05:00Zjunk", "2026-05-05T10:05:00Z ",
            " 2026-05-05T10:05:00Z", "2026-05-05T10:05:00GMT", "2026-05-05T10:05:00.Z", "2026-05-05T10:05:00,5Z",
            "2026-05-05T10:05:00.1234567890Z", "2026-05-05T10:05:00+6", "2026-05-05T10:05:00+06",
            "2026-05-05T10:05:00+24:00", "2026-05-05T10:05:00+06:60", "2026-05-05T10:05:00+-6:00",
            "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-02-31T00:00:00Z", "2026-04-31T00:00:00Z",
            "2026-06-31T00:00:00Z",
            "2026-09-31T00:00:00Z", "2026-11-31T00:00:00Z",
            "2026-00-05T00:00:00Z", "2026-13-05T00:00:00Z", "2026-05-00T00:00:00Z", "2026-05-32T00:00:00Z",
            "2026-05-05T24:00:00Z", "2026-05-05T10:60:00Z", "2026-05-05T10:05:60Z", "99999-05-05T10:05:00Z",
            "-026-05-05T10:05:00Z", "+026-05-05T10:05:00Z", "２０２６-05-05T10:05:00Z", "2026-05-05T10:05:00\0Z",
            "1777975500",
        ]
    )
    func refuses(_ text: String) {
        #expect(WireTime.date(text) == nil)
    }
}
