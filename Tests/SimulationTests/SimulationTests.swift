import EngineSimulation
import Foundation
import Testing

@Suite struct SimulationTests {
    @Test(arguments: [1 as UInt64, 7, 23])
    func `A seed makes the very same run again`(seed: UInt64) async {
        let (first, second) = (await simulate(seed: seed), await simulate(seed: seed))
        #expect(first.journal == second.journal)
        #expect(!first.journal.isEmpty)
    }

    @Test(arguments: [0 as UInt64, 100, 200])
    func `Whatever goes wrong, no rule is broken, and everything comes right in the end`(first: UInt64) async {
        for seed in first + 1...first + 100 {
            let report = await simulate(seed: seed)
            #expect(report.violation == nil, "seed \(seed); `make simulate SEEDS=1 FIRST=\(seed)` shows it")
        }
    }

    @Test func `With every callback lost, everything comes right within two synchronisation periods`() async {
        for seed in 1...60 as ClosedRange<UInt64> {
            let report = await simulate(seed: seed, losesEveryCallback: true)
            #expect(report.violation == nil, "`make simulate SEEDS=1 FIRST=\(seed) CALLBACKS=none` shows it")
            #expect(report.counts.callbacks == 0)
        }
    }

    @Test(arguments: Invariant.allCases)
    func `The README says what has to hold`(_ invariant: Invariant) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: tests.appendingPathComponent("Simulation/README.md"), encoding: .utf8)
        #expect(readme.contains("| \(invariant.rawValue) |"))
    }
}
