import Signatures
import Testing

@Suite("A signing key")
struct SigningKeyTests {
    /// RFC 4231, section 4.2.
    private static let secret = [UInt8](repeating: 0x0B, count: 20)
    private static let message = Array("Hi There".utf8)
    private static let expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"

    @Test("signs as RFC 4231 has it, time after time")
    func again() throws {
        let key = try SigningKey(Self.secret)
        for _ in 0..<3 {
            #expect(try key.code(for: Self.message).hexadecimal == Self.expected)
            #expect(try key.code(for: []).hexadecimal != Self.expected)
        }
    }

    @Test("signs a message of no bytes")
    func empty() throws {
        let key = try SigningKey(Self.secret)
        let expected = "999a901219f032cd497cadb5e6051e97b6a29ab297bd6ae722bd6062a2f59542"
        #expect(try key.code(for: []).hexadecimal == expected)
    }

    @Test("is refused if it is short", arguments: [0, 1, 15])
    func short(count: Int) {
        #expect(throws: SigningKeyError.tooShort(minimum: 16)) {
            try SigningKey([UInt8](repeating: 0x41, count: count))
        }
    }

    @Test("is taken from 16 bytes on, and from any collection", arguments: [16, 32, 64, 65, 1000])
    func long(count: Int) throws {
        let bytes = [UInt8](repeating: 0x41, count: count)
        let text = String(repeating: "A", count: count)
        let code = try SigningKey(bytes).code(for: Self.message)
        #expect(try SigningKey(text.utf8).code(for: Self.message) == code)
        #expect(try SigningKey(([0] + bytes)[1...]).code(for: Self.message) == code)
    }

    @Test("serves many tasks at once, each with its own message")
    func concurrency() async throws {
        let key = try SigningKey(Self.secret)
        let messages = (0..<64).map { number in [UInt8](repeating: UInt8(number), count: 7 * number) }
        // From a key of its own for each, so that no two share a context.
        let expected = try messages.map { try SigningKey(Self.secret).code(for: $0).hexadecimal }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (message, expected) in zip(messages, expected) {
                group.addTask {
                    try (0..<500).allSatisfy { _ in try key.code(for: message).hexadecimal == expected }
                }
            }
            for try await agrees in group {
                #expect(agrees)
            }
        }
    }

    @Test("prints nothing of itself, nor do its errors")
    func redacted() throws {
        let secret = "correct-horse-battery-staple"
        let key = try SigningKey(secret.utf8)
        var dumped = ""
        dump(key, to: &dumped)
        dump(SigningKeys(key, rotating: [key]), to: &dumped)
        for text in ["\(key)", String(reflecting: key), "\(SigningKeys(key))", dumped] {
            #expect(text.contains("SigningKey(redacted)"))
            #expect(!text.contains("correct"))
            #expect(!text.contains("context"))
        }
        #expect(Mirror(reflecting: key).children.isEmpty)
        #expect("\(SigningKeyError.tooShort(minimum: 16))" == "a signing key has at least 16 bytes")
    }
}
