import ArgumentParser
import PaymentGateway

/// `payments history`
struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints everything that was ever said about a payment.")

    @Argument(help: "The payment: pay_…")
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let id = try Field.paymentID(id)
        Output(options.output).print(try await program.withGateway { gateway in try await gateway.history(of: id) })
    }
}
