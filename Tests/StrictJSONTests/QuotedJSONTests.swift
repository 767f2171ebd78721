import StrictJSON
import Testing

@Suite("Texts as JSON strings")
struct QuotedJSONTests {
    @Test("every ASCII character is escaped where it has to be, wherever in a text it stands")
    func everyCharacter() {
        for value in UInt8.min..<0x80 {
            for length in 1...18 {
                for place in 0..<length {
                    var bytes = [UInt8](repeating: 0x21 | UInt8(place), count: length)
                    bytes[place] = value
                    let text = String(decoding: bytes, as: UTF8.self)
                    #expect(Self.quoted(text) == "\"\(bytes.map(Self.escaped).joined())\"")
                }
            }
        }
    }

    @Test(
        "what is no ASCII stands as it is, and reads back",
        arguments: ["টাকা", "ক\"খ", "\u{7F}\u{80}\u{A0}\u{A2}\u{DC}", "ÿÿÿÿÿÿÿÿ\\", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", ""]
    )
    func beyondASCII(text: String) throws {
        let quoted = Self.quoted(text)
        let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        #expect((quoted == "\"\(text)\"") == isPlain)
        #expect(try JSONDocument(Array(quoted.utf8)).root.string == text)
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(quotedJSON: text)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// ECMAScript's QuoteJSONString, one character at a time.
    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0..<0x10: "\\u000" + String(byte, radix: 16)
        case 0x10..<0x20: "\\u001" + String(byte & 15, radix: 16)
        default: String(UnicodeScalar(byte))
        }
    }
}
