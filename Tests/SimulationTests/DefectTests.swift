import EngineSimulation
import Testing

@Suite struct DefectTests {
    @Test(arguments: PlantedDefect.all)
    func `Every planted defect is caught, on a seed that breaks nothing without it`(_ defect: PlantedDefect)
        async throws
    {
        let report = try #require(await defect.hunt(), "nobody noticed that \(defect)")
        #expect(report.violation?.invariant != nil)
    }

    @Test func `There are at least twenty-five defects, each with a name of its own`() {
        let names = PlantedDefect.all.map(\.name)
        #expect(names.count >= 25)
        #expect(Set(names).count == names.count)
    }
}
