import Foundation

/// A URL of the merchant's that a customer may be sent to.
public struct MerchantURL: Sendable, Hashable {
    /// The URL as the merchant wrote it.
    public let text: String

    /// Checks a URL: `nil` unless it is an absolute http or https URL of printable ASCII without spaces.
    ///
    /// - Parameter text: what the merchant sent.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let url = URL(string: text),
            let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme), url.host?.isEmpty == false
        else { return nil }
        self.text = text
    }
}
