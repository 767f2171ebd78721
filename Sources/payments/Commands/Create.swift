import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments create`
struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Creates a payment and prints it.")

    @Option(parsing: .unconditional, help: "The exact amount: 500 or 500.00.")
    var amount: String

    @Option(parsing: .unconditional, help: "Your own name for it: an order number.")
    var reference: String

    @Option(parsing: .unconditional, help: "deposit (a customer pays you) or withdrawal (you pay a customer).")
    var kind = PaymentKind.deposit.rawValue

    @Option(parsing: .unconditional, help: "The currency.")
    var currency = Currency.bdt.code

    @Option(parsing: .unconditional, help: "The wallet: bkash, nagad, rocket or upay.")
    var method: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The number that a withdrawal goes to.", valueName: "msisdn"))
    var payee: String?

    @Option(parsing: .unconditional, help: "The one account to use; there is no failover then.")
    var provider: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The same key is the same payment; the reference if absent.", valueName: "key")
    )
    var idempotencyKey: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("How long the customer has to pay.", valueName: "seconds"))
    var expiresIn: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Where the customer goes after paying.", valueName: "url"))
    var successURL: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Where the customer goes after a failure.", valueName: "url"))
    var failureURL: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Where the customer goes after turning back.", valueName: "url")
    )
    var cancelURL: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Where the customer goes after the expiry.", valueName: "url"))
    var expiredURL: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let program = try Program(options)
        let fields = fields
        let payment = try await program.withGateway { gateway in try await gateway.create(try fields.request()) }
        Output(options.output).print(payment)
    }

    private var fields: PaymentRequestFields {
        var fields = PaymentRequestFields(amount: amount, reference: reference)
        fields.kind = kind
        fields.currency = currency
        fields.method = method
        fields.payee = payee
        fields.provider = provider
        fields.idempotencyKey = idempotencyKey
        fields.expiresIn = expiresIn
        fields.successURL = successURL
        fields.failureURL = failureURL
        fields.cancelURL = cancelURL
        fields.expiredURL = expiredURL
        return fields
    }
}
