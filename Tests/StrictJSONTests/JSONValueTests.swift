import StrictJSON
import Testing

@Suite("A value")
struct JSONValueTests {
    private func root(_ text: String) throws -> JSONValue {
        try JSONDocument(Array(text.utf8)).root
    }

    @Test(
        "of each kind answers for that kind only",
        arguments: [
            ("{}", .object), ("[]", .array), ("\"\"", .string), ("0", .number), ("true", .bool), ("false", .bool),
            ("null", .null),
        ] as [(String, JSONValue.Kind)]
    )
    func kinds(text: String, kind: JSONValue.Kind) throws {
        for value in [try root(text), try root(" \r\n\t\(text) \r\n\t")] {
            #expect(value.kind == kind)
            #expect((value.members != nil) == (kind == .object))
            #expect((value.elements != nil) == (kind == .array))
            #expect((value.string != nil) == (kind == .string))
            #expect(value.equals("") == (kind == .string))
            #expect((value.number != nil) == (kind == .number))
            #expect((value.integer != nil) == (kind == .number))
            #expect((value.bool != nil) == (kind == .bool))
            #expect(value.isNull == (kind == .null))
            #expect((value.withUTF8Bytes { $0.count } != nil) == (kind == .string || kind == .number))
            #expect(value[""] == nil)
        }
    }

    @Test("finds members by the bytes of their names")
    func members() throws {
        let value = try root(#"{"a":1,"é":2,"amo\u0075nt":3,"":4,"nested":{"a":[5]},"z\u0000":6}"#)
        #expect(value["a"]?.integer == 1)
        #expect(value["\u{E9}"]?.integer == 2)
        #expect(value["e\u{301}"] == nil, "equal as a String, but not byte for byte")
        #expect(value["amount"]?.integer == 3)
        #expect(value[""]?.integer == 4)
        #expect(value["nested"]?["a"]?.elements?.map(\.integer) == [5])
        #expect(value["z\0"]?.integer == 6)
        #expect(value["z"] == nil)
        #expect(value["A"] == nil)
        #expect(value["a"]?["a"] == nil)
        #expect(value.members?.map(\.name) == ["a", "é", "amount", "", "nested", "z\0"])
        #expect(value.members?.count == 6)
        #expect(value.members?.map(\.value.kind) == [.number, .number, .number, .number, .object, .number])
    }

    @Test("walks over elements in order, past what they contain")
    func elements() throws {
        let value = try root(#"[1,[2,[3]],{"a":{"b":[4]}},"five",[],{},null]"#)
        let kinds: [JSONValue.Kind] = [.number, .array, .object, .string, .array, .object, .null]
        #expect(value.elements?.map(\.kind) == kinds)
        #expect(value.elements?.count == 7)
        #expect(try root("[]").elements?.map(\.kind) == [])
        #expect(try root("{}").members?.map(\.name) == [])
    }

    @Test(
        "unescapes text once",
        arguments: [
            (#""""#, ""),
            (#""plain""#, "plain"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u0041\u00e9\u20AC\uD83D\uDE00\u0000\uFFFF""#, "A\u{E9}\u{20AC}\u{1F600}\0\u{FFFF}"),
            (#""\uDBFF\uDFFF\uD800\uDC00""#, "\u{10FFFF}\u{10000}"),
            (#""\\u0041\\n""#, "\\u0041\\n"),
            (#""\r\n""#, "\r\n"),
            (#""é€😀""#, "é€😀"),
            (#""seven78""#, "seven78"),
            (#""eight789""#, "eight789"),
            (#""nine78901""#, "nine78901"),
            (#""1234567\n""#, "1234567\n"),
            (#""12345678\n123456\"78\\""#, "12345678\n123456\"78\\"),
            (#""// \u002f/* not a note */ {[,:]}""#, "// //* not a note */ {[,:]}"),
        ]
    )
    func unescaped(text: String, expected: String) throws {
        for value in [try root(text), try #require(root("{\"name\": \(text) }")["name"])] {
            let string = try #require(value.string)
            #expect(Array(string.utf8) == Array(expected.utf8))
            #expect(value.equals(expected))
            #expect(!value.equals(expected + "\0"))
            #expect(!value.equals(String(expected.dropLast()) + "!"))
            #expect(value.withUTF8Bytes { bytes in bytes.indices.map { bytes[$0] } } == Array(expected.utf8))
        }
    }

    @Test("finds the end of a string of any length, wherever an escape stands", arguments: 0..<40)
    func lengths(length: Int) throws {
        let plain = String(repeating: "x", count: length)
        #expect(try root("\"\(plain)\"").string == plain)
        for place in 0...length {
            let (before, after) = (plain.prefix(place), plain.dropFirst(place))
            #expect(try root("[\"\(before)\\n\(after)\"]").elements?.map(\.string) == ["\(before)\n\(after)"])
            #expect(refusal("[\"\(before)\u{1}\(after)\"]") == .malformed)
        }
    }

    @Test(
        "keeps the exact text of a number",
        arguments: [
            "0", "-0", "100", "100.00", "1e400", "-1E-7", "1e+5", "0.1", "0e0", "12345678901234567890123456789.000",
        ]
    )
    func numbers(_ text: String) throws {
        for value in [try root(text), try #require(root("[ \(text) ]").elements?.first { _ in true })] {
            #expect(value.number == text)
            #expect(value.withUTF8Bytes { bytes in bytes.indices.map { bytes[$0] } } == Array(text.utf8))
        }
    }

    @Test(
        "has an integer only if it is written as one and fits",
        arguments: [
            ("0", 0), ("-0", 0), ("500", 500), ("-1", -1), ("9223372036854775807", .max),
            ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("18446744073709551616", nil),
            ("99999999999999999999999", nil), ("500.0", nil), ("5e2", nil), ("\"500\"", nil),
        ] as [(String, Int64?)]
    )
    func integers(text: String, expected: Int64?) throws {
        #expect(try root(text).integer == expected)
    }

    @Test("outlives its document and the bytes it was read from")
    func lifetime() throws {
        var bytes = Array(#"{"kept":["a","b"]}"#.utf8)
        let kept = try #require(JSONDocument(bytes).root["kept"])
        for index in bytes.indices {
            bytes[index] = 0
        }
        _ = try JSONDocument(Array(#"{"another":["document"]}"#.utf8))
        #expect(kept.elements?.map(\.string) == ["a", "b"])
    }

    @Test("is read in many tasks at once")
    func concurrency() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<32 {
                group.addTask {
                    let bytes = Array(#"{"number":\#(number),"list":[\#(number),"\#(number)"]}"#.utf8)
                    return try (0..<300)
                        .allSatisfy { _ in
                            let root = try JSONDocument(bytes).root
                            return root["number"]?.integer == Int64(number)
                                && root["list"]?.elements?.contains { $0.equals("\(number)") } == true
                        }
                }
            }
            for try await agrees in group {
                #expect(agrees)
            }
        }
    }
}
