import Synchronization

/// Puts callbacks on their way: in order for each payment, except where a fault says otherwise.
///
/// The first attempt of a callback follows the first attempt of the payment's previous one; retries do not hold up
/// what comes after. ``Fault/drop``, ``Fault/duplicate``, ``Fault/delay`` and ``Fault/reorder`` strike here.
public final class CallbackDispatcher: Sendable {
    private struct Lanes {
        /// The first attempt of each payment's latest callback.
        var latest: [String: Promise<Void>] = [:]
        /// What lets the held callback go, if one is held, and how often it will be sent.
        var held: (release: Promise<Void>, times: Int)?
        /// How many times callbacks are to be sent that have been put on their way.
        var due = 0
    }

    private enum Departure {
        case after(Promise<Void>?)
        case late
        case held(Promise<Void>)
    }

    private let sender: CallbackSender
    private let faults: FaultPlan
    private let work: BackgroundWork
    private let timekeeper: Timekeeper
    private let lateness: Duration
    private let outlet: (@Sendable (OutgoingCallback) -> Void)?
    private let lanes = Mutex(Lanes())

    /// Makes a dispatcher.
    ///
    /// - Parameters:
    ///   - sender: what sends each callback.
    ///   - faults: what goes wrong.
    ///   - work: where the sending happens.
    ///   - timekeeper: what lateness is measured with.
    ///   - lateness: how late a delayed callback leaves, and how long a reordered one waits at most for the next.
    ///   - outlet: takes every callback in place of the sender, at once and whatever faults are armed.
    public init(
        sender: CallbackSender,
        faults: FaultPlan,
        work: BackgroundWork,
        timekeeper: Timekeeper,
        lateness: Duration,
        outlet: (@Sendable (OutgoingCallback) -> Void)? = nil
    ) {
        self.sender = sender
        self.faults = faults
        self.work = work
        self.timekeeper = timekeeper
        self.lateness = lateness
        self.outlet = outlet
    }

    /// How many first attempts there are, ended or not. A callback that is held counts once the next one lets it go; a
    /// dropped one never does.
    public var dueCount: Int { lanes.withLock { $0.due } }

    /// Puts a callback on its way and returns at once.
    ///
    /// - Parameter callback: what to send.
    public func dispatch(_ callback: OutgoingCallback) {
        if let outlet { return outlet(callback) }
        guard sender.url != nil else { return }
        guard !faults.strikes(.drop) else { return sender.drop(callback) }
        let twice = faults.strikes(.duplicate)
        let gone = Promise<Void>()
        let (departure, released) = place(callback, times: twice ? 2 : 1, gone: gone)
        work.add { [self] in
            await wait(for: departure)
            guard !Task.isCancelled else { return }
            await sender.deliver(callback) { [self] in
                if twice { work.add { [sender] in await sender.deliver(callback) } }
                gone.fulfil(())
                released?.fulfil(())
            }
        }
    }

    private func place(
        _ callback: OutgoingCallback,
        times: Int,
        gone: Promise<Void>
    ) -> (Departure, released: Promise<Void>?) {
        lanes.withLock { lanes in
            let released = lanes.held?.release
            lanes.due += lanes.held?.times ?? 0
            lanes.held = nil
            if released == nil, faults.strikes(.reorder) {
                let release = Promise<Void>()
                lanes.held = (release, times)
                return (.held(release), nil)
            }
            lanes.due += times
            if faults.strikes(.delay) { return (.late, released) }
            let previous = lanes.latest.updateValue(gone, forKey: callback.paymentID)
            return (.after(previous), released)
        }
    }

    private func wait(for departure: Departure) async {
        switch departure {
        case .after(let previous): try? await previous?.value()
        case .late: try? await timekeeper.sleep(for: lateness)
        case .held(let release):
            await withTaskGroup(of: Void.self) { [timekeeper, lateness] group in
                group.addTask { try? await release.value() }
                group.addTask { try? await timekeeper.sleep(for: lateness) }
                await group.next()
                group.cancelAll()
            }
        }
    }
}
