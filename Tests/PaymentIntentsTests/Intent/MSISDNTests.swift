import PaymentIntents
import Testing

@Suite("Phone numbers")
struct MSISDNTests {
    @Test("are 6 to 15 digits", arguments: ["123456", "01712345001", "8801712345001", "123456789012345"])
    func accepts(_ text: String) {
        #expect(MSISDN(text)?.digits == text)
    }

    @Test(
        "are nothing else",
        arguments: ["", "12345", "1234567890123456", "+8801712345001", "017 12345001", "০১৭১২৩৪৫০০১", "01712345001\n"]
            + ["０１７１２３４", "1234567\0"]
    )
    func refuses(_ text: String) {
        #expect(MSISDN(text) == nil)
    }

    @Test(
        "show their ends only, and a short one not even those",
        arguments: zip(
            ["01700000001", "8801700000001", "1234567890", "123456789", "123456"],
            ["017•••••001", "880•••••••001", "123••••890", "•••••••••", "••••••"]
        )
    )
    func masked(_ text: String, _ shown: String) {
        #expect(MSISDN(text)?.description == shown)
    }
}
