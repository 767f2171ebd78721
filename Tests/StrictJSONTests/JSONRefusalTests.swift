import StrictJSON
import Testing

@Suite("What is refused as not understood")
struct JSONRefusalTests {
    @Test(
        "what other readers let pass",
        arguments: [
            "", " ", "\0", "{}\0", "{} \0", "{}{}", "{},", "1 2", "1,", "[1,]", "{\"a\":1,}", "[,1]", "{,}", "[1 2]",
            "{\"a\" 1}", "{\"a\":}", "{\"a\"}", "{a:1}", "{'a':1}", "{1:1}", "[1}", "{\"a\":1]", "]", "}", ":", ",",
            "// note\n1", "/* note */1", "[1]//", "NaN", "Infinity", "-Infinity", "nul", "nulll", "null1", "truefalse",
            "True", "tru", "true\"a\"", "\"a\"\"b\"", "\"a\"1", "1\"a\"", "\"a", "\"a\\\"", "\"\\\"", "\"\\x41\"",
            "\"\\'\"",
            "\"\\u12\"", "\"\\u123g\"", "\"\\U0041\"", "\"\\u{41}\"", "\"\\", "\"a\nb\"", "\"a\tb\"", "\"a\0b\"",
            "\"\u{1F}\"", "+1", "-", "--1", "01", "-01", "00", "1.", ".5", "-.5", "1.e3", "1e", "1e+", "1E-", "1e1.5",
            "0x10", "1_000", "1,000", "\u{FF11}", "\u{A0}1", "\u{2028}1", "1\u{0B}", "1\u{0C}", "\u{85}1",
        ]
    )
    func malformed(_ text: String) {
        #expect(refusal(text) == .malformed)
        #expect(refusal("[0,\(text)]") == .malformed)
    }

    @Test(
        "halves of surrogate pairs",
        arguments: [
            #"\uD800"#, #"\uDC00"#, #"\uDFFF"#, #"\uD800x"#, #"\uD800\n"#, #"\uD800\uD800"#, #"\uD800\u0041"#,
            #"\uDC00\uD800"#, #"\uDC00\uDC00"#, #"\uDFFF\uDFFF"#, #"\uD83D\uDE00\uD83D"#, #"\uD83D\u"#, #"\uD83D\uDE0"#,
            #"\uD83D\\uDE00"#,
        ]
    )
    func surrogates(_ escapes: String) {
        #expect(refusal("\"\(escapes)\"") == .malformed)
        #expect(refusal("{\"\(escapes)\":1}") == .malformed)
        #expect(refusal("\"a long beginning, more than eight bytes \(escapes)\"") == .malformed)
    }

    @Test(
        "bytes that are not UTF-8",
        arguments: [
            ("a lone continuation byte", [0x80]),
            ("a sequence cut short", [0xE2, 0x82]),
            ("an overlong slash of two bytes", [0xC0, 0xAF]),
            ("an overlong NUL of two bytes", [0xC0, 0x80]),
            ("an overlong slash of three bytes", [0xE0, 0x80, 0xAF]),
            ("an overlong slash of four bytes", [0xF0, 0x80, 0x80, 0xAF]),
            ("a surrogate", [0xED, 0xA0, 0x80]),
            ("a surrogate pair in CESU-8", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
            ("more than U+10FFFF", [0xF4, 0x90, 0x80, 0x80]),
            ("Latin-1", [0xE9]),
            ("FF", [0xFF]),
        ] as [(String, [UInt8])]
    )
    func notUTF8(what: String, bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(refusal([quote] + bytes + [quote]) == .notUTF8)
        // A block later, too.
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 130)
        #expect(refusal(spaces + [quote] + bytes + [quote]) == .notUTF8)
        // Outside strings it is no JSON either. Which is seen first depends on the processor.
        #expect(refusal([quote, quote] + spaces + bytes) != nil)
    }

    @Test("other encodings and byte order marks")
    func encodings() {
        #expect(refusal([0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == .byteOrderMark)
        #expect(refusal([0xEF, 0xBB, 0xBF]) == .byteOrderMark)
        #expect(refusal(Array("{}".utf8) + [0xEF, 0xBB, 0xBF]) == .malformed)
        #expect(refusal([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]) != nil)
        #expect(refusal([0xFE, 0xFF, 0, 0x7B, 0, 0x7D]) != nil)
        #expect(refusal([0x7B, 0, 0x7D, 0]) == .malformed)
        #expect(refusal([0, 0x7B, 0, 0x7D]) == .malformed)
        #expect(refusal([0x7B, 0, 0, 0, 0x7D, 0, 0, 0]) == .malformed)
    }

    @Test(
        "repeated names",
        arguments: [
            #"{"a":1,"a":1}"#,
            #"{"a":1,"b":2,"a":3}"#,
            #"{"amount":100,"amo\u0075nt":900}"#,
            #"{"amo\u0075nt":100,"\u0061mount":900}"#,
            #"{"":1,"":2}"#,
            #"{"\/":1,"/":2}"#,
            #"{"\uD83D\uDE00":1,"😀":2}"#,
            #"{"a name of more than eight bytes":1,"a name of more than eight bytes":2}"#,
            #"[[{"x":{"y":[{"a":{"deep":[1,{}]},"a":2}]}}]]"#,
            #"{"a":{"b":1,"b":2}}"#,
            #"{"a":{"b":1},"a":{"b":1}}"#,
        ]
    )
    func repeatedNames(_ text: String) {
        #expect(refusal(text) == .duplicateKey)
    }

    @Test(
        "but not names that only look alike",
        arguments: [
            #"{"a":1,"A":2}"#,
            #"{"request_type":1,"request_status":2,"request_amount":3}"#,
            #"{"a":1,"a ":2,"a\u0000":3,"a\u0000\u0000":4,"":5,"\u0000":6}"#,
            // Equal as `String`s: precomposed and decomposed.
            #"{"é":1,"e\u0301":2}"#,
            #"{"a":{"a":{"a":1}},"b":{"a":1}}"#,
            #"{"a":"a","b":"a"}"#,
            #"{"1 same end of eight":1,"2 same end of eight":2}"#,
        ]
    )
    func similarNames(_ text: String) {
        #expect(refusal(text) == nil)
    }

    @Test("a repeated name among many", arguments: [2, 3, 31, 32, 33, 34, 100, 5_000])
    func many(count: Int) {
        let limits = JSONLimits(maximumByteCount: 1 << 20)
        var random = SplitMix64(state: 1)
        let names = (0..<count).map { "\($0) \(String(random.next(), radix: 36))" }
        let members = names.map { "\"\($0)\":{\"\(names[0])\":0}" }
        #expect(refusal("{\(members.joined(separator: ","))}", limits: limits) == nil)
        for index in count < 100 ? Array(0..<count) : [0, count / 2, count - 1] {
            let repeated = members + ["\"\(names[index])\":null"]
            #expect(refusal("{\(repeated.joined(separator: ","))}", limits: limits) == .duplicateKey)
        }
    }

    @Test("no reason quotes what was refused")
    func descriptions() {
        let codes: [JSONError.Code] = [
            .tooLarge, .tooDeep, .notUTF8, .byteOrderMark, .duplicateKey, .malformed, .outOfMemory,
        ]
        #expect(Set(codes).count == 7)
        #expect(Set(codes.map(\.description)).count == 7)
        #expect("\(JSONError(.malformed))" == "not JSON")
    }
}
