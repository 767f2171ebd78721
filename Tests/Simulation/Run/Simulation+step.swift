import Foundation
import PaymentGateway
import PaymentIntents

extension Simulation {
    /// Something that can begin.
    enum Beginning {
        case create, repeatOrder, changeOrder, callback, forgery, customer, time, synchronise, deliver, sync, resolve
        case replay, read, crash, start, rotate, zombie, clocks
    }

    /// Makes one choice, and looks at everything that follows.
    func step() throws {
        counts.steps += 1
        if engines.isEmpty { try startEngine() }
        let ready = scheduler.held.filter(isReady)
        if let held = dice.one(of: ready), dice.happens(profile.progress) {
            try goOn(held)
        } else {
            try begin()
        }
        try look()
    }

    /// Takes in what followed from a step.
    func look() throws {
        scheduler.runUntilIdle()
        try takeResults()
        try checkSent()
        try checkTouched()
        try checkArrivals()
    }

    /// Whether a held call can go on now.
    func isReady(_ held: HeldCall) -> Bool {
        switch held.call {
        case .store, .storeResult: true
        case .sleep(let until): until <= now
        case .network(let number): world.network[number]?.isLost == false
        }
    }

    /// Lets a held call go on.
    func goOn(_ held: HeldCall) throws {
        switch held.call {
        case .store(let name):
            if dice.happens(profile.busyStore) {
                note("e\(held.engine) \(name): busy")
                return scheduler.release(held, .busy)
            }
            let isHeld = dice.happens(profile.heldResults)
            note("e\(held.engine) \(name)\(isHeld ? " …" : "")")
            scheduler.release(held, isHeld ? .proceedThenHold : .proceed)
        case .storeResult(let name):
            note("e\(held.engine) … \(name)")
            scheduler.release(held, .proceed)
        case .sleep:
            note("e\(held.engine) wakes")
            scheduler.release(held, .proceed)
        case .network(let number):
            try carry(number, held)
        }
    }

    private func begin() throws {
        let weights: [(Int, Beginning)] = [
            (orders.count < 7 ? 25 : 0, .create),
            (orders.isEmpty ? 0 : 6, .repeatOrder),
            (orders.isEmpty ? 0 : 1, .changeOrder),
            (callbacks.isEmpty ? 0 : profile.callbacks, .callback),
            (4, .forgery),
            (25, .customer),
            (22, .time),
            (12, .synchronise),
            (14, .deliver),
            (orders.isEmpty ? 0 : 3, .sync),
            (2, .resolve),
            (1, .replay),
            (3, .read),
            (profile.crashes, .crash),
            (engines.count < profile.mostEngines ? 5 : 0, .start),
            (1, .rotate),
            (zombies.isEmpty ? 0 : 10, .zombie),
            (profile.hasWrongClocks ? 3 : 0, .clocks),
        ]
        guard let beginning = dice.one(weighing: weights), let engine = dice.one(of: engines) else { return }
        switch beginning {
        case .create: try placeOrder(at: engine)
        case .repeatOrder: repeatOrder(at: engine)
        case .changeOrder: changeOrder(at: engine)
        case .callback: try deliverCallbacks(to: engine)
        case .forgery: try forge(to: engine)
        case .customer: try actAtProvider()
        case .time: try passTime()
        case .synchronise: synchronise(engine)
        case .deliver: deliverNotifications(engine)
        case .sync: ask(engine)
        case .resolve: try resolve(at: engine)
        case .replay: try replay(at: engine)
        case .read: readChanges(at: engine)
        case .crash: try crash(engine)
        case .start: try startEngine()
        case .rotate: try rotate()
        case .zombie: try reviveZombie()
        case .clocks: setClocks()
        }
    }
}
