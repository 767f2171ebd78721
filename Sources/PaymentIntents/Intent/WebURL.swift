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
    /// It is read here and not by Foundation, which encodes what is forbidden and decodes hosts: a browser that reads
    /// the text may then see another host than the one that was checked.
    ///
    /// - Parameter text: The address as somebody wrote it.
    public init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy(Self.isAllowed),
            let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            text.utf8[colon...].starts(with: "://".utf8)
        else { return nil }
        switch text[..<colon].lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: return nil
        }
        let rest = text.utf8[colon...].dropFirst(3)
        guard Self.isHostAndPort(rest.prefix { !"/?#".utf8.contains($0) }) else { return nil }
        self.text = text
    }

    /// Whether RFC 3986 knows the byte at all.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    /// Whether this is the authority of RFC 3986, section 3.2, without user info.
    private static func isHostAndPort(_ authority: Substring.UTF8View) -> Bool {
        let isLiteral = authority.first == UInt8(ascii: "[")
        let end =
            isLiteral
            ? authority.firstIndex(of: UInt8(ascii: "]")).map { authority.index(after: $0) }
            : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        guard let end else { return false }
        let host = authority[..<end]
        return (isLiteral ? isAddress(host.dropFirst().dropLast()) : isName(host)) && isPort(authority[end...])
    }

    /// Whether this can stand in brackets. Who connects finds out whether it is an address.
    private static func isAddress(_ text: Substring.UTF8View) -> Bool {
        text.contains(UInt8(ascii: ":")) && text.allSatisfy("0123456789abcdefABCDEF:.".utf8.contains)
    }

    private static func isName(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { label in !label.isEmpty && label.allSatisfy(isOfLabel) }
    }

    private static func isOfLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether this is nothing, or a colon and a number from 1 to 65535.
    private static func isPort(_ text: Substring.UTF8View) -> Bool {
        guard let colon = text.first else { return true }
        let digits = text.dropFirst()
        guard colon == UInt8(ascii: ":"), (1...5).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return false }
        return (1...65_535).contains(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
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
