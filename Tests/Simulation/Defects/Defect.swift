import PaymentGateway
import PaymentIntents

/// Something wrong with the engine, put around it from outside.
protocol Defect: Sendable {
    func store(over store: any PaymentStore) -> any PaymentStore
    func transport(over transport: any ProviderTransport) -> any ProviderTransport
    func clock(over clock: any GatewayClock) -> any GatewayClock
    func account(over account: ProviderAccount) -> ProviderAccount
}

extension Defect {
    func store(over store: any PaymentStore) -> any PaymentStore { store }
    func transport(over transport: any ProviderTransport) -> any ProviderTransport { transport }
    func clock(over clock: any GatewayClock) -> any GatewayClock { clock }
    func account(over account: ProviderAccount) -> ProviderAccount { account }
}
