import Foundation
@testable import PaymentContracts
import PaymentStoreContracts

/// The parts of the README of the contracts that are generated, and the file they stand in.
enum ContractsReadme {
    /// The file, found from this one.
    static func file(_ here: String = #filePath) -> URL {
        var root = URL(filePath: here)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appending(path: "Contracts/README.md")
    }

    /// Puts the generated parts between their markers.
    ///
    /// - Parameter text: The README.
    /// - Returns: The README as it should be, or `nil` when a marker is missing.
    static func updated(_ text: String) -> String? {
        var text = text
        for (name, part) in [
            ("rules", table(of: AdapterContract.rules)), ("mutants", mutants),
            ("store rules", table(of: StoreContract.rules)),
        ] {
            guard let begin = text.range(of: "<!-- \(name): generated -->\n"),
                let end = text.range(of: "<!-- \(name): end -->", range: begin.upperBound..<text.endIndex)
            else { return nil }
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: "\n\(part)\n\n")
        }
        return text
    }

    private static func table<Subject>(of rules: [ContractRule<Subject>]) -> String {
        let rows = rules.map { rule in
            "| `\(rule.id)` | \(cell(rule.why)) | \(cell(rule.requirement?.name ?? "")) |"
        }
        return (["| rule | why | needs |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
    }

    private static var mutants: String {
        let rows = MutantTests.all.map { "| \(cell($0.description)) | `\($0.rule)` |" }
        return (["| an adapter that | is caught by |", "| --- | --- |"] + rows).joined(separator: "\n")
    }

    /// A text as a table can hold it.
    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
