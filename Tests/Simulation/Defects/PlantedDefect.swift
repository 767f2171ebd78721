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

    /// How many seeds a defect may hide from.
    public static let mostSeeds: UInt64 = 200

    /// Every defect there is.
    public static let all = changes + callbacks + notifications + creations + transports + keys

    /// Makes runs with the defect until one breaks an invariant that the same run without the defect keeps.
    ///
    /// - Returns: The run that broke an invariant, or `nil` when none of the first ``mostSeeds`` seeds did.
    public func hunt() async -> Report? {
        for seed in 1...Self.mostSeeds {
            let report = await simulate(seed: seed, with: self)
            guard report.violation?.invariant != nil, await simulate(seed: seed).violation == nil else { continue }
            return report
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
