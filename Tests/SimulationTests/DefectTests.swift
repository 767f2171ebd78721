import EngineSimulation
import Testing

@Suite struct DefectTests {
    /// How many seeds a defect may hide from.
    private static let seeds: ClosedRange<UInt64> = 1...60

    @Test(arguments: PlantedDefect.all)
    func `Every planted defect is found`(_ defect: PlantedDefect) async throws {
        let report = try #require(await defect.hunt(in: Self.seeds), "nobody noticed that \(defect)")
        let violation = try #require(report.violation)
        print("\(defect): seed \(report.seed), step \(report.counts.steps): \(violation)")
    }

    @Test func `There are at least twenty-five defects, each with a name of its own`() {
        let names = PlantedDefect.all.map(\.name)
        #expect(names.count >= 25)
        #expect(Set(names).count == names.count)
    }
}
