import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments resolve`
struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Decides a payment that is in review or in conflict.")

    @Argument(help: "The payment: pay_…")
    var id: String

    @Option(
        name: .customLong("as"),
        parsing: .unconditional,
        help: ArgumentHelp("succeeded or rejected.", valueName: "decision")
    )
    var resolution: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Why; it stands in the history.", valueName: "text"))
    var note: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let id = try Field.paymentID(id)
        let decision = try Field.required("as", Resolution(rawValue: resolution), "must be succeeded or rejected")
        guard (1...1000).contains(note.utf8.count) else {
            throw CommandFailure(GatewayError(.invalidRequest, "note: must be 1 to 1000 bytes"))
        }
        let payment = try await program.withGateway { gateway in
            try await gateway.resolve(id, as: decision, note: note)
        }
        Output(options.output).print(payment)
    }
}
