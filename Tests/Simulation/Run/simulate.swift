import Dispatch

/// Makes one run of the engine against everything that can go wrong around it.
///
/// - Parameter seed: What decides everything that happens.
/// - Returns: How it went.
public func simulate(seed: UInt64) async -> Report { await simulate(seed: seed, with: nil) }

/// Makes one run with an engine that is broken on purpose.
///
/// The run has a thread of its own: it blocks while the store is at work, and the store needs the others.
func simulate(seed: UInt64, with defect: (any Defect)?) async -> Report {
    await withCheckedContinuation { done in
        DispatchQueue(label: "simulation \(seed)")
            .async {
                do {
                    let report = try Simulation(seed: seed, defect: defect).run()
                    done.resume(returning: report)
                } catch {
                    let violation = Violation("the simulation did not begin: \(error)")
                    done.resume(returning: Report(seed: seed, counts: Counts(), violation: violation, journal: []))
                }
            }
    }
}
