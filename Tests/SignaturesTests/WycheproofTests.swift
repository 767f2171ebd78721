import Signatures
import Testing

@Suite("Wycheproof's HMAC-SHA256 vectors")
struct WycheproofTests {
    @Test("a vector is accepted if it is valid and whole", arguments: try WycheproofVector.all())
    func vector(_ vector: WycheproofVector) throws {
        let key = try SigningKey(vector.key)
        guard let code = HMACSHA256Code(hexadecimal: vector.tag.utf8) else {
            #expect(!vector.isWhole, "only a tag cut short is not read")
            return
        }
        #expect(vector.isWhole)
        #expect(SigningKeys(key).accept(code, for: vector.message) == vector.isValid)
        #expect(try (key.code(for: vector.message) == code) == vector.isValid)
        #expect(code.hexadecimal == vector.tag)
    }

    @Test("there are 174 vectors: 33 accepted, 54 forged, 87 cut short")
    func count() throws {
        let vectors = try WycheproofVector.all()
        #expect(vectors.count == 174)
        #expect(vectors.count { $0.isWhole && $0.isValid } == 33)
        #expect(vectors.count { $0.isWhole && !$0.isValid } == 54)
        #expect(vectors.count { !$0.isWhole } == 87)
        #expect(vectors.allSatisfy { $0.key.count >= SigningKey.minimumByteCount })
    }
}
