/// The wallet or network that carries the money, in lower case.
///
/// Open on purpose: a wallet that nobody here knows keeps its name and goes through.
public struct PaymentMethod: Sendable, Hashable, RawRepresentable {
    /// The lower-case name.
    public let rawValue: String

    /// Takes a name in any case, as providers disagree on it: `Bkash`, `bkash` and `bKash` are one wallet.
    public init(rawValue: String) {
        self.rawValue = rawValue.lowercased()
    }

    /// bKash.
    public static let bkash = PaymentMethod(rawValue: "bkash")
    /// Nagad.
    public static let nagad = PaymentMethod(rawValue: "nagad")
    /// Rocket, of Dutch-Bangla Bank.
    public static let rocket = PaymentMethod(rawValue: "rocket")
    /// Upay, of United Commercial Bank.
    public static let upay = PaymentMethod(rawValue: "upay")

    /// The wallets that have a name here.
    public static let known: [PaymentMethod] = [.bkash, .nagad, .rocket, .upay]
}

extension PaymentMethod: CustomStringConvertible {
    /// The lower-case name.
    public var description: String { rawValue }
}
