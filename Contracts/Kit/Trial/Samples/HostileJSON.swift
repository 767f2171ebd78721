/// Bodies that break readers of JSON.
enum HostileJSON {
    /// Bodies that are not JSON, or not JSON of one meaning, made of one that is.
    ///
    /// - Parameter body: One JSON object.
    /// - Returns: The bodies.
    static func malformed(around body: [UInt8]) -> [[UInt8]] {
        let texts = [
            "", " ", "null", "true", "7", "\"\"", "[]", "{", "}", "{}{}", "NaN", "{'a':1}", "{\"a\":}", "{\"a\"}",
        ]
        let tails = [
            ",}", ",\"x\":\"\\ud800\"}", ",\"x\":\"\\udc00\\ud800\"}", ",\"x\":\"\\u12\"}", ",\"x\":\"\\x\"}",
            ",\"x\":\"\u{1}\"}", ",\"x\":\"\u{0}\"}", ",\"x\":\"\n\"}", ",\"x\":'y'}", ",x:1}", ",\"x\":01}",
            ",\"x\":+1}", ",\"x\":.5}", ",\"x\":1.}", ",\"x\":NaN}", ",\"x\":0x10}", ",\"x\":undefined}",
            ",/* a comment */\"x\":1}", "}//", "}}", "}\u{0}", "} x", "},", ",,\"x\":1}", ",\"x\":[1,]}",
        ]
        let notUTF8: [[UInt8]] = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]]
        var bodies = (texts.map { Array($0.utf8) }) + tails.map { body.dropLast() + Array($0.utf8) }
        bodies += notUTF8.map { adding(Array("\"".utf8) + $0 + Array("\"".utf8), to: body) }
        bodies += [[0xEF, 0xBB, 0xBF] + body, [0xFF, 0xFE] + body.flatMap { [$0, 0] }, body.flatMap { [0, $0] }]
        bodies += [body + body, Array("[".utf8) + body + Array("]".utf8)]
        bodies += [
            adding(nested(10_000), to: body), adding([UInt8](repeating: UInt8(ascii: "["), count: 50_000), to: body),
        ]
        return bodies
    }

    /// Bodies that are JSON, and large in one way or another.
    ///
    /// - Parameter body: One JSON object.
    /// - Returns: The bodies.
    static func extreme(around body: [UInt8]) -> [[UInt8]] {
        let texts = [
            String(repeating: "9", count: 400), "1e999999", "-1E-400", "\"\\u0000\\ud83d\\ude00\\uffff\"",
            "\"" + String(repeating: "x", count: 60_000) + "\"", "\"" + String(repeating: "x", count: 70_000) + "\"",
            "[" + (0..<10_000).map(String.init).joined(separator: ",") + "]",
        ]
        let values = texts.map { Array($0.utf8) } + [30, 31, 32, 33, 64].map(nested)
        return values.map { adding($0, to: body) } + [body + [UInt8](repeating: UInt8(ascii: " "), count: 64 * 1024)]
    }

    /// Numbers that no amount is. Some are 500, or 500 of a hundredth, beyond a power of two.
    static let numbers = [
        String(repeating: "9", count: 400), "500" + String(repeating: "0", count: 397), "1e400", "5e2", "500e0", "-500",
        "4294967796", "18446744073709552116", "184467440737096016.16", "42950172.96", "9223372036854775807",
        "500." + String(repeating: "0", count: 400), "500.001", "499.9999999999999999",
    ]

    /// The beginning of a body, for a report.
    static func quote(_ body: [UInt8]) -> String {
        let end = String(decoding: body.suffix(60), as: UTF8.self)
        return "\(body.count) bytes, the last of them \(end)"
    }

    /// The body with one member more.
    private static func adding(_ value: [UInt8], to body: [UInt8]) -> [UInt8] {
        body.dropLast() + Array(",\"x\":".utf8) + value + Array("}".utf8)
    }

    private static func nested(_ depth: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
}
