import StrictJSON
import Testing

@Suite("Limits")
struct JSONLimitsTests {
    @Test("32 levels are accepted, and 33 are not", arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")])
    func depth(opening: String, closing: String) {
        let levels = opening.contains("[{") ? 2 : 1
        func nested(_ depth: Int) -> String {
            String(repeating: opening, count: depth / levels) + "0" + String(repeating: closing, count: depth / levels)
        }
        #expect(refusal(nested(32)) == nil)
        #expect(refusal(nested(32 + levels)) == .tooDeep)
        #expect(refusal(nested(5_000)) == .tooDeep)
        #expect(refusal("[\(nested(32))]") == .tooDeep)
    }

    @Test("depth counts what is open, not what was")
    func breadth() {
        let levels = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
        #expect(refusal("[\(levels),\(levels),{\"a\":\(String(levels.dropFirst().dropLast()))}]") == nil)
    }

    @Test("other depths", arguments: [(0, "1", "[]"), (1, "{}", "[[]]"), (2, "[{}]", "[{\"a\":[]}]")])
    func otherDepth(limit: Int, accepted: String, refused: String) {
        let limits = JSONLimits(maximumDepth: limit)
        #expect(refusal(accepted, limits: limits) == nil)
        #expect(refusal(refused, limits: limits) == .tooDeep)
    }

    @Test("a limit that makes no sense refuses, and never traps")
    func senseless() {
        #expect(refusal("[]", limits: JSONLimits(maximumDepth: -1)) == .tooDeep)
        #expect(refusal("1", limits: JSONLimits(maximumByteCount: -1)) == .tooLarge)
        #expect(refusal("[]", limits: JSONLimits(maximumByteCount: .max, maximumDepth: .max)) == nil)
    }

    @Test("64 KiB are accepted, and one byte more is not")
    func size() {
        let longest = "\"" + String(repeating: "x", count: 64 * 1024 - 2) + "\""
        #expect(refusal(longest) == nil)
        #expect(refusal(longest + " ") == .tooLarge)
        #expect(refusal(longest + " ", limits: JSONLimits(maximumByteCount: 64 * 1024 + 1)) == nil)
    }

    @Test("a document of a mebibyte is read after one of a few bytes, and the other way about")
    func growth() throws {
        let limits = JSONLimits(maximumByteCount: 1 << 21)
        let large = Array("[\(repeatElement("[1]", count: 1 << 18).joined(separator: ","))]".utf8)
        for _ in 0..<3 {
            #expect(try JSONDocument(Array("[1]".utf8)).root.elements?.count == 1)
            let elements = try #require(JSONDocument(large, limits: limits).root.elements)
            #expect(elements.count == 1 << 18)
            #expect(elements.allSatisfy { $0.elements?.map(\.integer) == [1] })
            #expect(refusal(Array(large.dropLast()), limits: limits) == .malformed)
        }
    }
}
