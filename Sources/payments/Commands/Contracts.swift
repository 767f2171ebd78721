import ArgumentParser
import BuiltInContracts
import PaymentContracts

/// `payments contracts`
struct Contracts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the contract rules on the built-in adapters."
    )

    @Argument(help: "One adapter; all of them when not given.")
    var name: String?

    @Option(help: ArgumentHelp("The folder of the vectors, with a folder for each adapter.", valueName: "dir"))
    var vectors: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let subjects = try ContractSubjects(vectors: vectors)
        let chosen = subjects.all.filter { name == nil || $0.name == name || $0.title == name }
        guard !chosen.isEmpty else {
            let names = subjects.all.map(\.title).joined(separator: ", ")
            throw CommandFailure.invalid("name", "must be one of: \(names)")
        }
        var isClean = true
        for subject in chosen {
            isClean = await report(on: subject).isClean && isClean
            if let folder = subjects.missingVectors(of: subject) {
                StandardError.print("\(subject.title): no vectors in \(folder); --vectors names another folder")
            }
        }
        guard isClean else { throw ExitCode(1) }
    }

    /// Runs all rules. For people every line comes as soon as it is there.
    private func report(on subject: any AdapterSubject) async -> ContractReport {
        let rules = AdapterContract.rules
        let width = rules.map(\.id.count).max() ?? 0
        let reasons = Dictionary(rules.map { ($0.id, $0.why) }, uniquingKeysWith: { first, _ in first })
        let isText = options.output == .text
        let report = await ContractReport(rules, on: subject, name: subject.title, version: subject.version) {
            line in
            if isText { print(line.text(why: reasons[line.rule] ?? "", width: width)) }
        }
        print(isText ? report.summary : report.json)
        return report
    }
}
