import PaymentIntents
import Testing

@Suite("Merchant references")
struct MerchantReferenceTests {
    @Test(
        "are any visible text of 1 to 255 bytes",
        arguments: [
            "1", "ORDER-1", "Order 1 / \"blue\" \\ <b>", "অর্ডার ১", "ক\u{200D}ষ\u{200C}", "🧾", "e\u{301}",
            String(repeating: "a", count: 255), String(repeating: "é", count: 127),
        ]
    )
    func accepts(_ text: String) throws {
        let reference = try #require(MerchantReference(text))
        #expect(reference.rawValue.utf8.elementsEqual(text.utf8))
        #expect("\(reference)".utf8.elementsEqual(text.utf8))
    }

    @Test("are neither empty nor longer", arguments: [("", 1), ("a", 256), ("a", 300), ("é", 128), ("🧾", 64)])
    func length(_ piece: String, _ count: Int) {
        #expect(MerchantReference(String(repeating: piece, count: count)) == nil)
    }

    @Test("have no white space at either end", arguments: [" ", "\t", "\n", "\u{A0}", "\u{2003}", "\u{3000}"])
    func blanks(_ blank: String) {
        #expect(MerchantReference(blank) == nil)
        #expect(MerchantReference(blank + "ORDER-1") == nil)
        #expect(MerchantReference("ORDER-1" + blank) == nil)
    }

    /// Ranges as the Unicode tables have them, not as the code has them.
    private static let forbidden: [UInt32] =
        Array(0x0...0x1F) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F, 0x2028, 0x2029]
        + Array(0x202A...0x202E) + Array(0x2066...0x2069)

    @Test("hold no control character, line break or direction mark", arguments: forbidden)
    func controls(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(MerchantReference("ORDER\(scalar)1") == nil)
        #expect(MerchantReference("ORDER-1\(scalar)") == nil)
    }

    @Test("hold the neighbours of what they may not hold", arguments: [0x20, 0x7E, 0xA0, 0x200D, 0x2030, 0x206A])
    func neighbours(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(MerchantReference("ORDER\(scalar)1") != nil)
    }

    @Test("do not let CR LF through, though it is one character")
    func carriageReturn() {
        #expect(MerchantReference("ORDER-1\r\nX-Evil: 1") == nil)
    }

    @Test("are compared by bytes, as databases do, and not by canonical equivalence")
    func equality() throws {
        let composed = try #require(MerchantReference("caf\u{E9}"))
        let decomposed = try #require(MerchantReference("cafe\u{301}"))
        #expect(composed.rawValue == decomposed.rawValue)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)
    }
}
