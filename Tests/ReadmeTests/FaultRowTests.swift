import Foundation
import Testing

@Suite("The list of faults")
struct FaultRowTests {
    /// Row 24 is a database server's: the tests that need one name it, and they run only where there is one.
    @Test("Each row has a test that names it, in its own title", arguments: (1...44).filter { $0 != 24 })
    func named(_ row: Int) throws {
        #expect(try !Self.titles(naming: row).isEmpty)
    }

    @Test(
        "A title names rows as sentences do",
        arguments: [
            ("row 7: a contradiction", [7]), ("Rows 12 and 44: forged", [12, 44]), ("NUL (row 13)", [13]),
            ("rows 4, 6, 7 and 33", [4, 6, 7, 33]), ("5 narrow rows", []), ("arrow 7", []),
        ] as [(String, [Int])]
    )
    func reading(_ title: String, _ rows: [Int]) {
        #expect(Self.rows(in: title) == rows)
    }

    /// The titles of tests and suites, as they stand in the sources.
    private static func titles(naming row: Int) throws -> [String] {
        try allTitles.get().filter { rows(in: $0).contains(row) }
    }

    private static let allTitles = Result { () throws -> [String] in
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
        let sources = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        let title = try Regex(#"@(?:Test|Suite)\(\s*"((?:[^"\\]|\\.)*)""#, as: (Substring, Substring).self)
        return try sources.filter { !$0.path.hasSuffix("/FaultRowTests.swift") }
            .flatMap { try String(contentsOf: $0, encoding: .utf8).matches(of: title).map { String($0.output.1) } }
    }

    /// The numbers behind the word.
    private static func rows(in title: String) -> [Int] {
        guard let list = title.firstMatch(of: /\b[Rr]ows? (\d+(?:(?:, | and )\d+)*)/) else { return [] }
        return list.output.1.matches(of: /\d+/).compactMap { Int($0.output) }
    }
}
