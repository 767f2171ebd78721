import Foundation
@testable import PaymentContracts
import PaymentStoreContracts
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

    @Test("cannot be generated without its markers", arguments: ["rules", "mutants", "store rules"])
    func needsMarkers(_ name: String) throws {
        let text = try String(contentsOf: ContractsReadme.file(), encoding: .utf8)
        for marker in ["<!-- \(name): generated -->", "<!-- \(name): end -->"] {
            #expect(ContractsReadme.updated(text.replacing(marker, with: "")) == nil)
        }
    }

    @Test("quotes word for word", arguments: ["SQLiteSubject.swift", "SQLiteStoreContractTests.swift"])
    func quotes(_ name: String) throws {
        let file = ContractsReadme.file()
        let path = "Tests/PaymentStoreContractTests/\(name)"
        let parts = try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "<!-- \(path) -->\n```swift\n")
        let quoted = try #require(parts.dropFirst().first?.components(separatedBy: "```").first)
        let root = file.deletingLastPathComponent().deletingLastPathComponent()
        #expect(try String(contentsOf: root.appending(path: path), encoding: .utf8).contains("\n" + quoted))
    }

    @Test("names every rule once, and none twice")
    func namesAreUnique() {
        let names = AdapterContract.rules.map(\.id) + StoreContract.rules.map(\.id)
        #expect(Set(names).count == names.count)
    }
}
