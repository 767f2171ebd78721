import Signatures
import Testing

@Suite("An authentication code")
struct HMACSHA256CodeTests {
    private static let digits = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210"

    @Test("is read from digits of either case")
    func eitherCase() throws {
        let lower = try #require(HMACSHA256Code(hexadecimal: Self.digits.utf8))
        let upper = try #require(HMACSHA256Code(hexadecimal: Self.digits.uppercased().utf8))
        #expect(lower == upper)
        #expect(upper.hexadecimal == Self.digits)
        #expect(try lower.bytes == bytes(hexadecimal: Self.digits))
    }

    private static let mistakes: [(what: String, text: String)] = [
        ("nothing", ""),
        ("63 digits", "\(digits.dropLast())"),
        ("65 digits", "\(digits)0"),
        ("128 digits", "\(digits)\(digits)"),
        ("a letter that is no digit", "\(digits.dropLast())g"),
        ("a colon, the byte after 9", "\(digits.dropLast()):"),
        ("a slash, the byte before 0", "/\(digits.dropFirst())"),
        ("an at sign, the byte before A", "@\(digits.dropFirst())"),
        ("a back-tick, the byte before a", "`\(digits.dropFirst())"),
        ("a full-width digit", "\(digits.dropLast())\u{FF10}"),
        ("64 bytes with a full-width digit", "\(digits.dropLast(3))\u{FF10}"),
        ("64 full-width digits", String(repeating: "\u{FF11}", count: 64)),
        ("a NUL in place of a digit", "\(digits.dropLast())\0"),
        ("a NUL after", "\(digits)\0"),
        ("a space before", " \(digits)"),
        ("a space after", "\(digits) "),
        ("a space in place of a digit", " \(digits.dropFirst())"),
        ("a line end after", "\(digits)\r\n"),
        ("a line end in place of digits", "\(digits.dropLast(2))\r\n"),
        ("a minus", "-\(digits.dropFirst())"),
        ("a plus", "+\(digits.dropFirst())"),
        ("0x", "0x\(digits.dropFirst(2))"),
        ("a prefix", "sha256=\(digits)"),
        ("a list", "\(digits),\(digits)"),
    ]

    @Test("is read from nothing but 64 ASCII digits", arguments: Self.mistakes)
    func refused(what: String, text: String) {
        #expect(HMACSHA256Code(hexadecimal: text.utf8) == nil)
        #expect(HMACSHA256Code(hexadecimal: Array(text.utf8).span) == nil)
    }

    @Test("takes each byte at each place for what it is", arguments: 0..<64)
    func eachByte(place: Int) throws {
        let hexadecimal = Array("0123456789abcdef".utf8)
        for byte in UInt8.min...UInt8.max {
            var text = Array(Self.digits.utf8)
            text[place] = byte
            let lowerCased = (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) ? byte | 0x20 : byte
            let code = HMACSHA256Code(hexadecimal: text.span)
            guard let digit = hexadecimal.firstIndex(of: lowerCased) else {
                #expect(code == nil)
                continue
            }
            var expected = try bytes(hexadecimal: Self.digits)
            let other = expected[place / 2]
            expected[place / 2] = place % 2 == 0 ? UInt8(digit) << 4 | other & 0x0F : other & 0xF0 | UInt8(digit)
            #expect(code?.bytes == expected)
        }
    }

    @Test("differs from a code with any one bit changed", arguments: 0..<256)
    func oneBit(_ bit: Int) throws {
        var changed = try bytes(hexadecimal: Self.digits)
        changed[bit / 8] ^= 1 << (bit % 8)
        let text = changed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let code = try #require(HMACSHA256Code(hexadecimal: text.utf8))
        #expect(code.bytes == changed)
        #expect(try code != #require(HMACSHA256Code(hexadecimal: Self.digits.utf8)))
    }

    @Test("does not print itself")
    func redacted() throws {
        let code = try #require(HMACSHA256Code(hexadecimal: Self.digits.utf8))
        var dumped = ""
        dump(code, to: &dumped)
        for text in ["\(code)", String(reflecting: code), dumped] {
            #expect(text.contains("HMACSHA256Code(redacted)"))
            #expect(!text.contains("0"))
        }
    }
}
