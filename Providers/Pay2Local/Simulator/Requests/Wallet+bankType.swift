import ProviderSimulation

extension Wallet {
    /// The wallet as Pay2Local writes it: `Nagad`, `Bkash`, `Upay`, `Rocket`.
    var bankType: String { self == .bKash ? "Bkash" : rawValue }

    /// The wallet that Pay2Local writes so, in exactly that spelling.
    init?(bankType: String) {
        guard let wallet = Wallet.allCases.first(where: { $0.bankType == bankType }) else { return nil }
        self = wallet
    }
}
