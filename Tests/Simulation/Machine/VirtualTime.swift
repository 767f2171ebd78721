import Foundation
import PaymentGateway
import ProviderSimulation

/// The true time of a run. The engine's clocks may be wrong by something.
struct VirtualTime: Sendable {
    static let start = Date(timeIntervalSince1970: 1_777_975_200)

    /// By how much the clocks of the engines are ahead, in seconds.
    let skew = Mutexed<TimeInterval>(0)
    let clock = SimulatedClock()
    private let milliseconds = Mutexed(0)

    /// Since the beginning, in seconds.
    var elapsed: TimeInterval { TimeInterval(milliseconds.value) / 1000 }
    var now: Date { Self.start.addingTimeInterval(elapsed) }
    var timekeeper: Timekeeper { Timekeeper(clock, startingAt: now) }

    /// Lets time pass, in whole milliseconds, which is what the store keeps.
    func advance(by interval: TimeInterval) {
        let more = max(1, Int((interval * 1000).rounded(.up)))
        milliseconds.with { $0 += more }
        clock.advance(by: .milliseconds(more))
    }
}

/// The clock of one engine.
struct EngineClock: GatewayClock {
    let time: VirtualTime
    let scheduler: Scheduler
    let engine: Int

    var now: Date { time.now.addingTimeInterval(time.skew.value) }

    func sleep(for duration: Duration) async throws {
        let until = time.now.addingTimeInterval(duration / .seconds(1))
        if case .dead = await scheduler.hold(.sleep(until: until), of: engine) { throw CancellationError() }
    }
}
