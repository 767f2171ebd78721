import PaymentIntents
import Testing

@Suite("Texts in logs")
struct EscapedForLogTests {
    @Test(
        "stay on one line and obey nobody",
        arguments: zip(
            ["ORDER-1", "", "a\nb", "a\r\nb", "\u{1B}[31mred", "a\0", "a\u{85}b\u{2028}c\u{2029}", "\u{202E}gpj.exe"]
                + ["\\n", "অর্ডার ১", "a\u{7F}\u{9B}"],
            ["ORDER-1", "", "a\\u{A}b", "a\\u{D}\\u{A}b", "\\u{1B}[31mred", "a\\u{0}", "a\\u{85}b\\u{2028}c\\u{2029}"]
                + ["\\u{202E}gpj.exe", "\\\\n", "অর্ডার ১", "a\\u{7F}\\u{9B}"]
        )
    )
    func escapes(_ text: String, _ escaped: String) {
        #expect(text.escapedForLog == escaped)
    }

    @Test("escape whatever a reference may not hold")
    func agreesWithReferences() throws {
        for value in 0...0x20FF as ClosedRange<UInt32> {
            let scalar = try #require(Unicode.Scalar(value))
            let isRefused = MerchantReference("a\(scalar)a") == nil
            let isEscaped = !String(scalar).escapedForLog.unicodeScalars.elementsEqual([scalar])
            #expect(isEscaped == (isRefused || scalar == "\\"), "\(value)")
        }
    }
}
