import EngineSimulation
import Foundation

/// Makes many runs, then some with each planted defect: `simulate-engine COUNT [FIRST]`. Ends with 1 when a run breaks a
/// rule, and shows it, or when a defect is not noticed.
@main
struct SimulateEngine {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let (count, first) = (arguments.first ?? 2000, arguments.dropFirst().first ?? 1)
        let start = ContinuousClock.now
        var counts = Counts()
        var failed: [Report] = []
        await withTaskGroup(of: Report.self) { group in
            var next = first
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount where next < first + count {
                group.addTask { [next] in await simulate(seed: next) }
                next += 1
            }
            while let report = await group.next() {
                counts += report.counts
                if let violation = report.violation {
                    failed.append(report)
                    print("seed \(report.seed): \(violation)")
                }
                guard failed.count < 20, next < first + count else { continue }
                group.addTask { [next] in await simulate(seed: next) }
                next += 1
            }
        }
        print(counts)
        print("took \(ContinuousClock.now - start)")
        if let report = failed.min(by: { $0.seed < $1.seed }) {
            for line in report.journal { print(line) }
            print("seed \(report.seed) breaks a rule; the last line says which")
            exit(1)
        }
        if count > 1, await !allDefectsAreFound() { exit(1) }
    }

    private static func allDefectsAreFound() async -> Bool {
        var areAllFound = true
        for defect in PlantedDefect.all {
            if let report = await defect.hunt(in: 1...60), let violation = report.violation {
                print("planted: \(defect): seed \(report.seed), step \(report.counts.steps): \(violation)")
            } else {
                areAllFound = false
                print("planted: \(defect): not noticed")
            }
        }
        return areAllFound
    }
}
