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
    /// - Parameter text: The address as somebody wrote it.
    /// - Returns: `nil` when it is relative, has another scheme, user info, a fragment of control characters or of
    ///   blanks, or no host.
    public init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            let components = URLComponents(string: text),
            let scheme = components.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let host = components.host, !host.isEmpty,
            components.user == nil, components.password == nil
        else { return nil }
        self.text = text
        isSecure = scheme == "https"
    }

    /// Whether the address may be used where money is real: only over TLS.
    ///
    /// - Parameter environment: Where it would be used.
    public func isAllowed(in environment: PaymentEnvironment) -> Bool {
        isSecure || environment == .sandbox
    }
}

extension WebURL: CustomStringConvertible {
    public var description: String { text }
}
