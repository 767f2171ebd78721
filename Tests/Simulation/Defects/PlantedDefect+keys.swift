import PaymentGateway
import PaymentIntents

/// Defects in which keys are accepted.
extension PlantedDefect {
    static let keys = [
        accepting("an old key is accepted for ever", secrets: Wallets.secrets),
        accepting("a key that anybody knows is accepted", secrets: Wallets.secrets + ["whsec_of_nobody_at_all_0123"]),
    ]

    private static func accepting(_ name: String, secrets: [String]) -> PlantedDefect {
        var defect = PlantedDefect(name)
        let setting = Setting(trust: .signed, depositRoute: [])
        defect.accountOver = { account in
            guard account.name.rawValue == "wallets" else { return account }
            return (try? setting.accounts(secrets: secrets))?.first ?? account
        }
        return defect
    }
}
