import Foundation
import PaymentGateway
import SMSPaySimulator

/// Time, and work that is done by it.
extension Simulation {
    /// Lets time pass: to the next thing that waits for it, or by some amount.
    func passTime() throws {
        let next = nextTimer.map { max(0, $0.timeIntervalSince(now)) }
        let short = TimeInterval(dice.number(1...3000)) / 1000
        let choices: [(Int, TimeInterval)] = [
            (next == nil ? 0 : 40, next ?? 0),
            (25, short),
            (20, TimeInterval(dice.number(5...35))),
            (12, TimeInterval(dice.number(61...130))),
            (6, TimeInterval(dice.number(300...1200))),
            (world.time.elapsed < 40 * 3600 ? 1 : 0, TimeInterval(dice.number(3600...8 * 3600))),
        ]
        guard let interval = dice.one(weighing: choices) else { return }
        try pass(interval)
    }

    /// Lets time pass, ends the waits that have a deadline, and lets providers notice what has expired.
    func pass(_ interval: TimeInterval) throws {
        world.time.advance(by: interval)
        note("time passes: \(interval) s")
        for held in scheduler.held {
            guard case .network(let number) = held.call, let message = world.network[number], message.deadline <= now
            else { continue }
            note("e\(held.engine) \(message.destination.rawValue) \(number) timed out")
            abandon(held)
            scheduler.release(held, .answer(.failure(.unavailable("timed out"))))
        }
        let wallets = world.wallets.provider
        _ = try scheduler.run { await wallets.intents() }
        collectCallbacks()
    }

    /// When something is due that waits in a process.
    var nextTimer: Date? {
        scheduler.held
            .compactMap { held in
                switch held.call {
                case .sleep(let until): until
                case .network(let number): world.network[number]?.deadline
                case .store, .storeResult: nil
                }
            }
            .min()
    }

    /// Lets a process ask its providers, unless it is at it.
    func synchronise(_ engine: Engine) {
        guard watch.synchronising.insert(engine.number).inserted else { return }
        note("e\(engine.number) synchronise")
        let synchroniser = engine.synchroniser
        start(engine) { _ in
            await synchroniser.synchronise()
            return .done("synchronise")
        }
    }

    /// Lets a process tell the merchant, unless it is at it.
    func deliverNotifications(_ engine: Engine) {
        guard watch.delivering.insert(engine.number).inserted else { return }
        note("e\(engine.number) deliver")
        let sender = engine.sender
        start(engine) { _ in
            await sender.deliver()
            return .done("deliver")
        }
    }

    /// The clocks of the processes go wrong by up to a minute and a half.
    func setClocks() {
        let skew = TimeInterval(dice.number(-90...90))
        step(clocksTo: skew)
        note("clocks are \(skew) s ahead")
    }

    func step(clocksTo skew: TimeInterval) {
        guard world.time.skew.value != skew else { return }
        world.time.skew.set(skew)
        watch.clocksStep()
    }
}
