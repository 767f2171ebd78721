import PaymentGateway
import PaymentIntents

/// One way in which an engine can be wrong. The simulation has to notice each.
public struct PlantedDefect: Sendable {
    /// What is wrong, in a few words.
    public let name: String

    var storeOver: (@Sendable (any PaymentStore) -> any PaymentStore)?
    var transportOver: (@Sendable (any ProviderTransport) -> any ProviderTransport)?
    var clockOver: (@Sendable (any GatewayClock) -> any GatewayClock)?
    var accountOver: (@Sendable (ProviderAccount) -> ProviderAccount)?

    init(_ name: String) {
        self.name = name
    }

    /// Every defect there is.
    public static let all = changes + callbacks + notifications + creations + transports + keys

    /// Makes runs with the defect until one breaks a rule.
    ///
    /// - Parameter seeds: The seeds to try, in this order.
    /// - Returns: The run that broke a rule, or `nil` when none did.
    public func hunt(in seeds: ClosedRange<UInt64>) async -> Report? {
        for seed in seeds {
            let report = await simulate(seed: seed, with: self)
            if report.violation != nil { return report }
        }
        return nil
    }
}

extension PlantedDefect: Defect {
    func store(over store: any PaymentStore) -> any PaymentStore { storeOver?(store) ?? store }
    func transport(over transport: any ProviderTransport) -> any ProviderTransport {
        transportOver?(transport) ?? transport
    }
    func clock(over clock: any GatewayClock) -> any GatewayClock { clockOver?(clock) ?? clock }
    func account(over account: ProviderAccount) -> ProviderAccount { accountOver?(account) ?? account }
}

extension PlantedDefect: CustomStringConvertible {
    /// The name.
    public var description: String { name }
}
