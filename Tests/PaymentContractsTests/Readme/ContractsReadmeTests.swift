import Foundation
@testable import PaymentContracts
import Testing

@Suite("The README of the contracts")
struct ContractsReadmeTests {
    /// Run with `UPDATE_DOCS=1` in the environment, this writes the README instead of comparing it.
    @Test("shows the rules and the mutants that there are")
    func isUpToDate() throws {
        let file = ContractsReadme.file()
        let text = try String(contentsOf: file, encoding: .utf8)
        let updated = try #require(ContractsReadme.updated(text), "a marker is missing")
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try updated.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text == updated, "run again with UPDATE_DOCS=1 and look at the difference")
        }
    }

    @Test("cannot be generated without its markers", arguments: ["", "<!-- rules: generated -->\n<!-- rules: end -->"])
    func needsMarkers(_ text: String) {
        #expect(ContractsReadme.updated(text) == nil)
    }

    @Test("names every rule once, and none twice")
    func namesAreUnique() {
        let names = AdapterContract.rules.map(\.id)
        #expect(Set(names).count == names.count)
    }
}
