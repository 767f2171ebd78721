import ArgumentParser
import Foundation
import PaymentGateway
import PaymentIntents
import StrictJSON

/// `payments reconcile`
struct Reconcile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares what a provider shows with what is stored here, and explains every difference.",
        discussion: """
            Without a name, every enabled account is compared. Nothing is changed. The exit code is 1 when there is a \
            difference. A time is 2026-05-05T10:00:00Z, or a day in UTC, 2026-05-05.
            """
    )

    @Argument(help: "The account.")
    var name: String?

    @Option(help: ArgumentHelp("Payments recorded at this time or later; a day ago if not given.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Payments recorded before this time; now if not given.", valueName: "time"))
    var to: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let end = try time("to", to) ?? Date()
        let beginning = try time("from", from) ?? end.addingTimeInterval(-86_400)
        guard beginning < end else { throw CommandFailure.invalid("from", "must be before the end of the period") }
        let accounts = try name.map { [try program.account($0).name] } ?? program.configuration.accounts.map(\.name)
        let results = try await program.withGateway { gateway in
            var results: [Reconciliation] = []
            for account in accounts { results.append(try await gateway.reconcile(account, during: beginning..<end)) }
            return results
        }
        let differences = results.flatMap(\.differences)
        let output = Output(options.output)
        if !differences.isEmpty || options.output == .json {
            output.print(
                json: differences.map { ReconciliationDocument($0).object.text },
                table: ["difference", "payment", "at the provider", "here", "there", "explanation"],
                rows: differences.map(Self.row)
            )
        }
        if options.output == .text { for result in results { print(Self.summary(result)) } }
        if !differences.isEmpty { throw ExitCode.failure }
    }

    private func time(_ option: String, _ text: String?) throws -> Date? {
        try Field.optional(option, text, "must be a time such as 2026-05-05T10:00:00Z, or a day such as 2026-05-05") {
            WireTime.date($0) ?? WireTime.date($0 + "T00:00:00Z")
        }
    }

    private static func row(_ difference: ReconciliationDifference) -> [String] {
        [
            difference.kind.rawValue, difference.paymentID?.rawValue ?? "-",
            (difference.providerPaymentID ?? difference.reference ?? "-").escapedForLog, difference.ours ?? "-",
            (difference.theirs ?? "-").escapedForLog, difference.explanation,
        ]
    }

    private static func summary(_ result: Reconciliation) -> String {
        let count = result.differences.count
        let differences = count == 0 ? "no difference" : count == 1 ? "1 difference" : "\(count) differences"
        return "\(result.account): \(result.ours) here, \(result.theirs) at the provider, \(differences)."
    }
}
