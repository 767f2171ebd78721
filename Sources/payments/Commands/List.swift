import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments list`
struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists payments, newest first.")

    @Option(help: "Only those of this status.")
    var status: String?

    @Option(help: "Only those of this account.")
    var provider: String?

    @Option(parsing: .unconditional, help: "Only those of this reference.")
    var reference: String?

    @Option(parsing: .unconditional, help: "At most this many, from 1 to 1000.")
    var limit = 50

    @Option(help: ArgumentHelp("Only those older than this one.", valueName: "payment"))
    var after: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let names = PaymentStatus.allCases.map(\.rawValue).joined(separator: ", ")
        let filter = PaymentFilter(
            status: try Field.optional("status", status, "must be one of: \(names)", PaymentStatus.init(rawValue:)),
            account: try Field.optional("provider", provider, "is not an account's name", AccountName.init(_:)),
            reference: reference,
            limit: limit,
            after: try Field.optional("after", after, "is not the id of a payment", PaymentID.init(_:))
        )
        let payments = try await program.withGateway { gateway in try await gateway.payments(matching: filter) }
        Output(options.output).print(payments)
    }
}
