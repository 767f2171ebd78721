import HTTPTypes
import PaymentIntents
import Signatures

/// Who may use the REST interface: whoever shows one of the configured keys as a bearer token of RFC 6750.
struct APIKeys: Sendable {
    private static let scheme = "Bearer "

    private let keys: [Secret]

    init(_ keys: [Secret]) {
        self.keys = keys
    }

    /// Whether there is a REST interface at all: without keys there is none.
    var isOpen: Bool { !keys.isEmpty }

    /// Whether a request shows one of the keys. All of them are compared, each in constant time.
    func admit(_ headers: HTTPFields) -> Bool {
        guard let value = headers[.authorization], value.hasPrefix(Self.scheme) else { return false }
        let token = Array(value.utf8.dropFirst(Self.scheme.utf8.count))
        var isKnown = false
        for key in keys where constantTimeEquals(token.span, key.bytes.span) { isKnown = true }
        return isKnown
    }
}
