import Signatures
import Testing

@Suite("A SHA-256 digest")
struct SHA256DigestTests {
    @Test(
        "is that of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func examples(text: String, expected: String) throws {
        let digest = try SHA256Digest(of: Array(text.utf8))
        #expect(digest.hexadecimal == expected)
        #expect("\(digest)" == expected)
        #expect(try digest.bytes == bytes(hexadecimal: expected))
    }

    @Test("is equal and hashes alike for equal bytes only")
    func equality() throws {
        let digest = try SHA256Digest(of: [1, 2, 3])
        let same = try SHA256Digest(of: [1, 2, 3])
        let other = try SHA256Digest(of: [1, 2, 4])
        #expect(digest == same)
        #expect(digest != other)
        #expect(Set([digest, same, other]).count == 2)
    }
}
