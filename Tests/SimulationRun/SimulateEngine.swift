import EngineSimulation
import Foundation

/// Makes many runs, then some in which every callback is lost, then some with each planted defect:
/// `simulate-engine [COUNT [FIRST [without-callbacks]]]`. Ends with 1 when a run breaks an invariant, and shows it, or
/// when a defect is not caught. With a count of 1 it makes that one run only and shows all of it.
@main
struct SimulateEngine {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.prefix(2).map { UInt64($0) ?? 0 }
        let losesEveryCallback = arguments.dropFirst(2).first == "without-callbacks"
        guard arguments.count <= (losesEveryCallback ? 3 : 2), numbers.allSatisfy({ (1...1 << 40).contains($0) }) else {
            print("usage: simulate-engine [COUNT [FIRST [without-callbacks]]]")
            exit(2)
        }
        let (count, first) = (numbers.first ?? 2000, numbers.dropFirst().first ?? 1)
        if count == 1 { await exit(show(first, losesEveryCallback) ? 0 : 1) }

        let start = ContinuousClock.now
        let rest = first..<first + (count + 9) / 10
        var isSound = true
        if !losesEveryCallback { isSound = await Series(seeds: first..<first + count, losesEveryCallback: false).run() }
        if isSound { isSound = await Series(seeds: rest, losesEveryCallback: true).run() }
        if isSound { isSound = await DefectHunt.run() }
        print("took \(ContinuousClock.now - start)")
        exit(isSound ? 0 : 1)
    }

    /// - Returns: Whether the run broke nothing.
    private static func show(_ seed: UInt64, _ losesEveryCallback: Bool) async -> Bool {
        let report = await simulate(seed: seed, losesEveryCallback: losesEveryCallback)
        for line in report.journal { print(line) }
        print(report.counts)
        return report.violation == nil
    }
}
