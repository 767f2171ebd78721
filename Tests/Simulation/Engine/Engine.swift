import Foundation
import Logging
import CoreMetrics
import PaymentGateway
import PaymentIntents

/// One process of the merchant's: a gateway and its background work.
struct Engine: Sendable {
    let number: Int
    let gateway: Gateway
    let synchroniser: Synchroniser
    let sender: NotificationSender
    /// The secrets of `wallets` that it was started with.
    let secrets: [String]

    /// Starts a process on a store.
    init(
        _ number: Int,
        seed: UInt64,
        store: any PaymentStore,
        in world: World,
        setting: Setting,
        secrets: [String],
        defect: (any Defect)?
    ) throws {
        self.number = number
        self.secrets = secrets
        let scheduler = world.scheduler
        let scheduled = ScheduledStore(
            inner: store,
            scheduler: scheduler,
            engine: number,
            touched: world.touched
        )
        let transport = SimulatedTransport(
            network: world.network,
            scheduler: scheduler,
            time: world.time,
            engine: number
        )
        let clock = EngineClock(time: world.time, scheduler: scheduler, engine: number)
        let defectiveStore = defect?.store(over: scheduled) ?? scheduled
        gateway = Gateway(
            environment: .sandbox,
            accounts: try setting.accounts(secrets: secrets).map { defect?.account(over: $0) ?? $0 },
            routes: setting.routes,
            store: EntranceStore(inner: defectiveStore, scheduler: scheduler, engine: number),
            transport: defect?.transport(over: transport) ?? transport,
            clock: defect?.clock(over: clock) ?? clock,
            random: .seeded(seed),
            logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
            metrics: NOOPMetricsHandler.instance
        )
        synchroniser = Synchroniser(gateway)
        sender = try NotificationSender(gateway, settings: setting.notifications())
    }
}

extension RandomSource {
    fileprivate static func seeded(_ seed: UInt64) -> RandomSource {
        let dice = Mutexed(Dice(seed: seed))
        return RandomSource { dice.with { $0.bits() } }
    }
}
