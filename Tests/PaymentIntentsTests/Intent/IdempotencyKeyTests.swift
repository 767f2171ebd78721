import PaymentIntents
import Testing

@Suite("Idempotency keys")
struct IdempotencyKeyTests {
    @Test(
        "are 1 to 255 printable ASCII bytes",
        arguments: ["k", "8f14e45f-ceea", "a key ~ of \"words\"", String(repeating: "k", count: 255)]
    )
    func accepts(_ text: String) throws {
        let key = try #require(IdempotencyKey(text))
        #expect(key.rawValue == text)
        #expect("\(key)" == text)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", String(repeating: "k", count: 256), " k", "k ", " ", "k\n", "k\r\nk", "k\0k", "k\tk", "k\u{7F}", "ké",
            "ｋ", "\u{212A}", "\u{1B}[0m",
        ]
    )
    func refuses(_ text: String) {
        #expect(IdempotencyKey(text) == nil)
    }

    @Test("are the reference when the merchant chose none")
    func reference() throws {
        let reference = try #require(MerchantReference("অর্ডার ১"))
        #expect(IdempotencyKey(reference).rawValue == reference.rawValue)
        let ascii = try #require(MerchantReference("ORDER-1"))
        #expect(IdempotencyKey(ascii) == IdempotencyKey("ORDER-1"))
    }

    @Test("are compared by bytes")
    func equality() throws {
        let composed = IdempotencyKey(try #require(MerchantReference("caf\u{E9}")))
        let decomposed = IdempotencyKey(try #require(MerchantReference("cafe\u{301}")))
        #expect(Set([composed, decomposed]).count == 2)
    }
}
