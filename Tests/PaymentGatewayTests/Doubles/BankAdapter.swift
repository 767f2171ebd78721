import HTTPTypes
import PaymentIntents

/// Carries withdrawals, takes the same key for the same payment, and answers nothing that anybody could read.
struct BankAdapter: SilentAdapter {
    static let name = "bank"
    static let kinds: Set<PaymentKind> = [.deposit, .withdrawal]

    let account: AccountName

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
    }

    func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        ProviderRequest(method: .post, url: "https://bank.example/", headers: [:])
    }
}
