import EngineSimulation
import Foundation

/// One run for each of many seeds.
struct Series {
    private static let mostShown = 20
    private static let runsBetweenLines = 1000

    let seeds: Range<UInt64>
    let losesEveryCallback: Bool

    /// Makes the runs, and prints what happened.
    ///
    /// - Returns: Whether no run broke an invariant.
    func run() async -> Bool {
        var counts = Counts()
        var failed: [Report] = []
        await inParallel(seeds) { [losesEveryCallback] seed in
            await simulate(seed: seed, losesEveryCallback: losesEveryCallback)
        } take: { report in
            counts += report.counts
            if let violation = report.violation {
                failed.append(report)
                print("seed \(report.seed), step \(report.counts.steps): \(violation.summary)")
            }
            if counts.seeds.isMultiple(of: Self.runsBetweenLines), counts.seeds < seeds.count { print(counts) }
            fflush(nil)
            return failed.count < Self.mostShown
        }
        print(losesEveryCallback ? "with every callback lost: \(counts)" : "\(counts)")
        fflush(nil)
        guard let report = failed.min(by: { $0.seed < $1.seed }) else { return true }
        for line in report.journal { print(line) }
        print("seed \(report.seed) breaks an invariant; the last line says how")
        return false
    }
}
