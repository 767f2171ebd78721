import Foundation

/// An absolute `http` or `https` address that is safe to hand to a customer's browser or to call.
///
/// It has a host, no user info, and nothing but printable ASCII, so it can stand in a header or in a log line.
public struct WebURL: Sendable, Hashable {
    /// The address.
    public let text: String

    /// Whether the scheme is `https`.
    public let isSecure: Bool

    /// Checks an address.
    ///
    /// The result is `nil` when it is relative or longer than 2048 bytes, has another scheme, user info, a port that is
    /// none, or holds a byte that no URL holds: a control character, a blank, a quote, an angle bracket, a backslash, a
    /// caret, a grave accent, a brace or a bar, or anything but ASCII. The host is an IP address or a name of letters,
    /// digits, hyphens, underscores and dots, with nothing percent-encoded in it; one of other letters comes in its
    /// `xn--` form.
    ///
    /// - Parameter text: The address as somebody wrote it.
    public init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy(Self.isAllowed),
            let components = URLComponents(string: text),
            let scheme = components.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let host = components.percentEncodedHost, Self.isHost(host),
            (1...65_535).contains(components.port ?? 1),
            components.user == nil, components.password == nil
        else { return nil }
        self.text = text
        isSecure = scheme == "https"
    }

    /// Whether RFC 3986 knows the byte at all. Foundation would encode the others, and then two readers disagree.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            let address = host.utf8.dropFirst().dropLast()
            return !address.isEmpty && address.allSatisfy("0123456789abcdefABCDEF:.".utf8.contains)
        }
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { label in !label.isEmpty && label.allSatisfy(isOfName) }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether the address may be used where money is real: only over TLS.
    ///
    /// - Parameter environment: Where it would be used.
    /// - Returns: Whether it is `https`, or money is not real.
    public func isAllowed(in environment: PaymentEnvironment) -> Bool {
        isSecure || environment == .sandbox
    }
}

extension WebURL: CustomStringConvertible {
    /// The address.
    public var description: String { text }
}
