import Dispatch
import Foundation
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite

/// One run: engines, the real store and the real adapters on a virtual clock, among providers, a network, a merchant and
/// a machine of which each does what one seed says.
///
/// Everything happens on the thread that calls ``run()``.
final class Simulation {
    /// How many choices a run has before the world calms down.
    static let length = 260

    let seed: UInt64
    let world: World
    let setting: Setting
    let defect: (any Defect)?
    var profile: Profile
    var dice: Dice

    let file: StoreCopy
    var store: SQLitePaymentStore
    var engines: [Engine] = []
    var startedEngines = 0
    /// The secret that SMS Pay signs with at present, and those that a new process is started with.
    var secret = Wallets.secrets[0]
    var configuredSecrets = [Wallets.secrets[0]]

    var orders: [Order] = []
    var callbacks: [QueuedCallback] = []
    var deliveries: [Delivery] = []
    var zombies: [Message] = []
    var merchant = Merchant()
    var truth = Truth()
    var watch = Watch()
    var counts = Counts()
    var journal: [String] = []

    init(seed: UInt64, losesEveryCallback: Bool, defect: (any Defect)?) throws {
        self.seed = seed
        self.defect = defect
        dice = Dice(seed: seed)
        profile = Profile(&dice)
        if losesEveryCallback { profile.losesAllCallbacks = true }
        setting = Setting(
            trust: dice.one(of: [.signed, .signed, .signedAndConfirmed, .confirmed]) ?? .signed,
            depositRoute: dice.one(of: [["wallets", "agents"], ["wallets"], ["agents", "wallets"]]) ?? ["wallets"]
        )
        world = try World(seed: seed)
        file = try StoreCopy()
        store = try SQLitePaymentStore(path: file.path, environment: .sandbox, patience: .seconds(600))
    }

    /// Runs to the end, or to the first thing that is wrong.
    func run() -> Report {
        var violation: Violation?
        do {
            try startEngine()
            for _ in 0..<Self.length { try step() }
            try outage()
            try heal()
            try checkEverything()
            counts.converged = 1
        } catch let found as Violation {
            violation = found
        } catch {
            violation = Violation("the simulation failed: \(error)")
        }
        counts.seeds = 1
        for engine in engines { scheduler.kill(engine.number) }
        let store = store
        try? scheduler.run { [scheduler] in await scheduler.outside { await store.close() } }
        file.remove()
        let world = world
        try? scheduler.run { await world.end() }
        if let violation { note("VIOLATION \(violation)") }
        return Report(seed: seed, counts: counts, violation: violation, journal: journal)
    }

    var scheduler: Scheduler { world.scheduler }
    var now: Date { world.time.now }

    func note(_ line: String) {
        journal.append("\(counts.steps) +\(world.time.elapsed) \(line)")
    }

    /// Reads the store, past every defect and every process.
    func read<Value: Sendable>(
        _ call: @escaping @Sendable (any PaymentStore) async throws -> Value
    ) throws -> Value {
        try scheduler.run { [scheduler, store] in try await scheduler.outside { try await call(store) } }
    }

    /// Starts a process.
    func startEngine() throws {
        startedEngines += 1
        let engine = try Engine(
            startedEngines,
            seed: seed &+ UInt64(startedEngines) &* 1_000_003,
            store: store,
            in: world,
            setting: setting,
            secrets: configuredSecrets,
            defect: defect
        )
        engines.append(engine)
        note("start e\(engine.number)")
    }

    /// Ends a process without warning.
    func crash(_ engine: Engine) throws {
        counts.crashes += 1
        note("crash e\(engine.number)")
        for held in scheduler.held where held.engine == engine.number { abandon(held) }
        scheduler.kill(engine.number)
        engines.removeAll { $0.number == engine.number }
        try takeResults()
        if engines.isEmpty, dice.happens(300) { try reopenStore() }
    }

    private func reopenStore() throws {
        let store = store
        try scheduler.run { [scheduler] in await scheduler.outside { await store.close() } }
        self.store = try SQLitePaymentStore(path: file.path, environment: .sandbox, patience: .seconds(600))
        note("reopen the store")
    }
}
