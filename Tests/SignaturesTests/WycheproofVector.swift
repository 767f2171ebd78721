import StrictJSON
import Testing

/// One test of Wycheproof's `hmac_sha256_test.json`.
struct WycheproofVector: Sendable {
    let id: Int64
    let comment: String
    let tagBits: Int64
    let key: [UInt8]
    let message: [UInt8]
    let tag: String
    let isValid: Bool

    /// Whether the tag is a whole HMAC-SHA256, not one cut short.
    var isWhole: Bool { tagBits == 256 }

    static func all() throws -> [WycheproofVector] {
        let bytes = try Corpora.read("wycheproof/hmac_sha256_test.json")
        let root = try JSONDocument(bytes, limits: JSONLimits(maximumByteCount: 1 << 20)).root
        return try #require(root["testGroups"]?.elements)
            .flatMap { group in
                let tagBits = try #require(group["tagSize"]?.integer)
                return try #require(group["tests"]?.elements).map { try WycheproofVector($0, tagBits: tagBits) }
            }
    }

    private init(_ test: JSONValue, tagBits: Int64) throws {
        self.tagBits = tagBits
        id = try #require(test["tcId"]?.integer)
        comment = try #require(test["comment"]?.string)
        key = try bytes(hexadecimal: #require(test["key"]?.string))
        message = try bytes(hexadecimal: #require(test["msg"]?.string))
        tag = try #require(test["tag"]?.string)
        isValid = try #require(test["result"]).equals("valid")
    }
}

extension WycheproofVector: CustomTestStringConvertible {
    var testDescription: String {
        "\(id): \(comment.isEmpty ? "no comment" : comment), \(tagBits) bits, \(isValid ? "valid" : "invalid")"
    }
}
