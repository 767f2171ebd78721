import HTTPTypes
import PaymentIntents
import Signatures

/// Who may use the REST interface: whoever shows one of the configured keys as a bearer token of RFC 6750.
struct APIKeys: Sendable {
    private static let scheme = "bearer"

    private let keys: [Secret]

    init(_ keys: [Secret]) {
        self.keys = keys
    }

    /// Whether there is a REST interface at all: without keys there is none.
    var isOpen: Bool { !keys.isEmpty }

    /// Whether a request shows one of the keys. All of them are compared, each in constant time.
    func admit(_ headers: HTTPFields) -> Bool {
        guard let value = headers[.authorization] else { return false }
        // RFC 9110, 11.1 and 11.4: upper or lower case, and one blank or more.
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == Self.scheme else { return false }
        let token = Array(parts[1].utf8.drop { $0 == UInt8(ascii: " ") })
        var isKnown = false
        for key in keys where constantTimeEquals(token.span, key.bytes.span) { isKnown = true }
        return isKnown
    }
}
