import EngineSimulation
import Testing

@Suite struct SimulationTests {
    @Test(arguments: [1 as UInt64, 7, 23])
    func `A seed makes the very same run again`(seed: UInt64) async {
        let (first, second) = (await simulate(seed: seed), await simulate(seed: seed))
        #expect(first.journal == second.journal)
        #expect(!first.journal.isEmpty)
    }
}
