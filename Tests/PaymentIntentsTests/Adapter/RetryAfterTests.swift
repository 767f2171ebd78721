import Foundation
import HTTPTypes
import PaymentIntents
import Testing

@Suite("Row 25: Retry-After")
struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110.
    private static let now = Date(timeIntervalSince1970: 784_111_777)

    private static func duration(_ values: String...) -> Duration? {
        var headers = HTTPFields()
        for value in values { headers.append(HTTPField(name: .retryAfter, value: value)) }
        return RetryAfter.duration(in: headers, now: now)
    }

    @Test(
        "in seconds is held between one second and one hour",
        arguments: zip(
            ["0", "1", "30", "3600", "3601", "2147483648", "99999999999999999999999"],
            [1, 1, 30, 3600, 3600, 3600, 3600]
        )
    )
    func seconds(_ value: String, _ seconds: Int) {
        #expect(Self.duration(value) == .seconds(seconds))
    }

    @Test(
        "as a date is counted from now and held to the same",
        arguments: zip(
            [
                "Sun, 06 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "Thu, 01 Jan 1970 00:00:00 GMT",
                "Sun, 06 Nov 1994 11:49:37 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
            ],
            [30, 1, 1, 3600, 3600]
        )
    )
    func date(_ value: String, _ seconds: Int) {
        #expect(Self.duration(value) == .seconds(seconds))
    }

    @Test(
        "that is junk is none",
        arguments: [
            "", "-5", "+5", "5s", "1.5", "1e3", "0x10", "５", "soon", "30, 60", "Sun, 06 Nov 1994 08:50:07",
            "Mon, 06 Nov 1994 08:50:07 GMT", "Sun, 6 Nov 1994 08:50:07 GMT", "sun, 06 nov 1994 08:50:07 GMT",
            "Sun, 06 Nov 1994 08:50:07 GMT+1", "Sunday, 06-Nov-94 08:50:07 GMT", "Sun Nov  6 08:50:07 1994",
            "Sun, 31 Feb 1994 08:50:07 GMT", "Sun, 06 Nov 1994 25:50:07 GMT", "1994-11-06T08:50:07Z",
        ]
    )
    func junk(_ value: String) {
        #expect(Self.duration(value) == nil)
    }

    @Test("that is absent or there twice is none")
    func count() {
        #expect(Self.duration() == nil)
        #expect(Self.duration("5", "5") == nil)
    }
}
