import ArgumentParser
import PaymentGateway

/// `payments sync`
struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks the provider about a payment now, whatever its status is."
    )

    @Argument(help: "The payment: pay_…")
    var id: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let id = try Field.paymentID(id)
        Output(options.output).print(try await program.withGateway { gateway in try await gateway.sync(id) })
    }
}
