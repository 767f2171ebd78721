import Dispatch

/// Makes one run of the engine against everything that can go wrong around it.
///
/// - Parameters:
///   - seed: What decides everything that happens.
///   - losesEveryCallback: Whether no callback ever arrives, whatever the seed says.
/// - Returns: How it went.
public func simulate(seed: UInt64, losesEveryCallback: Bool = false) async -> Report {
    await simulate(seed: seed, losesEveryCallback: losesEveryCallback, with: nil)
}

/// Makes one run with an engine that is broken on purpose.
///
/// The run has a thread of its own: it blocks while the store is at work, and the store needs the others.
func simulate(seed: UInt64, losesEveryCallback: Bool = false, with defect: (any Defect)?) async -> Report {
    await withCheckedContinuation { done in
        DispatchQueue(label: "simulation \(seed)")
            .async {
                do {
                    let run = try Simulation(seed: seed, losesEveryCallback: losesEveryCallback, defect: defect)
                    done.resume(returning: run.run())
                } catch {
                    let violation = Violation("the simulation did not begin: \(error)")
                    done.resume(returning: Report(seed: seed, counts: Counts(), violation: violation, journal: []))
                }
            }
    }
}
