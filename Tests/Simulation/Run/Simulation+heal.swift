import Foundation
import PaymentGateway
import PaymentIntents

/// The end of a run: nothing goes wrong any more, and everything has to come right.
extension Simulation {
    /// The longest that the engine lets pass between two questions about a payment that may have news, in seconds.
    private static let synchronisationPeriod: TimeInterval = 6 * 3600

    /// Lets providers be out of reach for hours, while customers go on paying.
    func outage() throws {
        guard dice.happens(150) else { return }
        note("no provider can be reached")
        profile.isOutage = true
        for _ in 0..<5 { try actAtProvider() }
        if engines.isEmpty { try startEngine() }
        for _ in 0..<60 {
            guard let engine = engines.first else { return }
            try pass(600)
            synchronise(engine)
            try settle()
        }
    }

    /// Calms the world down and lets the engine do its work.
    func heal() throws {
        note("everything calms down")
        profile.calmDown()
        configuredSecrets = Wallets.secrets
        step(clocksTo: 0)
        for engine in engines.dropFirst() { try crash(engine) }
        if let engine = engines.first, !engine.secrets.contains(secret) { try crash(engine) }
        if engines.isEmpty { try startEngine() }
        try settle()
        while !zombies.isEmpty { try reviveZombie() }
        try recover()
        try checkNothingIsStuck()
        try checkAgreement()
        // An account that did not answer just now gets nothing for half a minute, by a clock that has just been set back by
        // up to a minute and a half, and the merchant is told to come again.
        try pass(150)
        for order in orders {
            guard let engine = engines.first else { break }
            send(order.number, order.request, to: engine)
            try settle()
        }
        try recover()
        try readEverything()
    }

    /// Lets the background work go on for two synchronisation periods, after which everything has to be known.
    private func recover() throws {
        let end = now.addingTimeInterval(2 * Self.synchronisationPeriod)
        for _ in 0..<400 {
            guard let engine = engines.first else { return }
            try deliverEverything(to: engine)
            synchronise(engine)
            try settle()
            deliverNotifications(engine)
            try settle()
            guard callbacks.isEmpty else { continue }
            guard let next = try nextWork(), next <= end else { return }
            try pass(max(next.timeIntervalSince(now), 0.001))
        }
        try checkNothingIsStuck()
        throw Violation(of: .comesToRest, "the background work never comes to rest")
    }

    /// When the background work has something to do next.
    private func nextWork() throws -> Date? {
        let outbox = try read { try await $0.notifications(matching: OutboxFilter(state: .pending, limit: 1000)) }
        // Pay2Local cannot be asked about a payment that it never named. The engine finds that again every few minutes.
        let queries = watch.payments.values.map(\.payment)
            .filter { $0.creation != .unknown || $0.providerPaymentID != nil || $0.account.rawValue == "wallets" }
        return (queries.compactMap(\.nextQueryAt) + outbox.compactMap(\.dueAt)).min()
    }

    private func deliverEverything(to engine: Engine) throws {
        while let callback = callbacks.first {
            callbacks.removeFirst()
            try handOver(callback, to: engine)
            try settle()
        }
    }

    /// Lets everything that was begun come to its end.
    private func settle() throws {
        for _ in 0..<4000 {
            try look()
            if let held = scheduler.held.first(where: isReady) {
                counts.steps += 1
                try goOn(held)
            } else if let next = nextTimer {
                try pass(max(next.timeIntervalSince(now), 0.001))
            } else {
                return
            }
        }
        if watch.isReading { throw Violation(of: .changesWithoutGap, "a change that is there is never read") }
        throw Violation(of: .comesToRest, "the engine never comes to rest")
    }

    private func readEverything() throws {
        while watch.changesRead.count < watch.outbox.count {
            guard let engine = engines.first else { return }
            let before = watch.changesRead.count
            readChanges(at: engine)
            try settle()
            guard watch.changesRead.count > before else {
                throw Violation(of: .changesWithoutGap, "the changes cannot be read on")
            }
        }
    }
}
