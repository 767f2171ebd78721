import Testing

@Suite("contracts", .timeLimit(.minutes(30)))
struct ContractsTests {
    @Test("prints each rule and a summary for every built-in adapter, and ends with 0")
    func text() async throws {
        try await Folder.with { folder in
            let result = try await folder.text("contracts")
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            let summaries = result.lines.filter { $0.contains(" rules, ") }
            #expect(summaries.count == 3)
            for (summary, title) in zip(summaries, ["smspay", "pay2local", "pay2local (fields)"]) {
                #expect(summary.hasPrefix("\(title) 0.1.0: "))
            }
            #expect(!result.errors.contains("vectors"))
            #expect(summaries.allSatisfy { $0.contains(" 0 broken, ") })
            #expect(result.lines.count { $0.hasPrefix("✔ callback.signature.genuine ") } == 3)
            // One column for the times, whatever the rule is called.
            let columns = result.lines.filter { $0.hasPrefix("✔ ") }
                .map { line in
                    line.dropFirst(2).drop { $0 != " " }.drop { $0 == " " }.startIndex.utf16Offset(in: line)
                }
            #expect(Set(columns).count == 1)
        }
    }

    @Test("prints one report a line in json, of one adapter when it is named")
    func json() async throws {
        try await Folder.with { folder in
            let result = try await folder.json("contracts", "pay2local (fields)")
            #expect(result.status == 0)
            let report = try result.object()
            #expect(report.keys == ["adapter", "version", "contract", "clean", "rules"])
            #expect(report.text("adapter") == "pay2local (fields)")
            #expect(report.text("version") == "0.1.0")
            #expect(report.bool("clean") == true)
        }
    }

    @Test("says where it looked for vectors when there are none")
    func noVectors() async throws {
        try await Folder.with { folder in
            _ = try folder.folder("vectors/smspay")
            _ = try folder.folder("vectors/pay2local")
            let result = try await folder.text("contracts", "smspay", "--vectors", "vectors")
            #expect(result.status == 0)
            #expect(result.errors.contains("smspay: no vectors in "))
            #expect(result.errors.contains("vectors/smspay; --vectors names another folder"))
        }
    }

    @Test("ends with 1 when a rule is broken, and says how")
    func broken() async throws {
        try await Folder.with { folder in
            try folder.folder("vectors/smspay").write("{}", to: "empty.json")
            _ = try folder.folder("vectors/pay2local")
            let result = try await folder.text("contracts", "smspay", "--vectors", "vectors")
            #expect(result.status == 1)
            #expect(result.lines.contains { $0.hasPrefix("✘ vectors.readable ") })
            #expect(result.lines.contains { $0.hasPrefix("    due:  ") })
        }
    }

    @Test(
        "says what is wrong with its arguments",
        arguments: [(["nobody"], "name:"), (["--vectors", "absent"], "vectors:")]
    )
    func wrong(arguments: [String], field: String) async throws {
        try await Folder.with { folder in
            let result = try await Program.run(["contracts"] + arguments + ["--output", "json"], in: folder)
            #expect(result.status == 1)
            let error = try result.error()
            #expect(error.text("code") == "invalidRequest")
            #expect(error.text("message")?.hasPrefix(field) == true)
        }
    }
}
