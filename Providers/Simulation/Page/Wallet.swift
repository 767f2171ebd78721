/// A mobile wallet of Bangladesh.
public enum Wallet: String, Sendable, Hashable, CaseIterable {
    /// bKash.
    case bKash
    /// Nagad.
    case nagad = "Nagad"
    /// Rocket.
    case rocket = "Rocket"
    /// Upay.
    case upay = "Upay"

    /// Finds a wallet by its name, in whatever case: `bkash`, `Bkash`, `bKash`.
    ///
    /// - Parameter name: the name.
    public init?(named name: String) {
        guard let wallet = Wallet.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = wallet
    }

    /// The wallet's colour in CSS.
    var colour: String {
        switch self {
        case .bKash: "#e2136e"
        case .nagad: "#ec1c24"
        case .rocket: "#8c3494"
        case .upay: "#1b63b0"
        }
    }
}
