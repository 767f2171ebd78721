import EngineSimulation
import Foundation

/// Runs with each planted defect, until each is caught.
enum DefectHunt {
    /// - Returns: Whether each was caught.
    static func run() async -> Bool {
        var reports: [String: Report] = [:]
        await inParallel(PlantedDefect.all) { defect in
            (defect.name, await defect.hunt())
        } take: { name, report in
            reports[name] = report
            return true
        }
        for defect in PlantedDefect.all {
            guard let report = reports[defect.name], let violation = report.violation else {
                print("planted: \(defect): NOT CAUGHT in \(PlantedDefect.mostSeeds) seeds")
                continue
            }
            print(
                "planted: \(defect): caught at seed \(report.seed), step \(report.counts.steps): \(violation.summary)"
            )
        }
        print("defects \(PlantedDefect.all.count), caught \(reports.count)")
        fflush(nil)
        return reports.count == PlantedDefect.all.count
    }
}
