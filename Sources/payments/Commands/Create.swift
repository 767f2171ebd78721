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
        let request = try request(program.configuration)
        let payment = try await program.withGateway { gateway in try await gateway.create(request) }
        Output(options.output).print(payment)
    }

    private func request(_ configuration: GatewayConfiguration) throws(CommandFailure) -> PaymentRequest {
        let currency = try Field.required("currency", Currency(code: currency), "is not a currency that is known here")
        let account = try Field.optional("provider", provider, "is not an account's name", AccountName.init(_:))
        if let account, !configuration.configuredAccounts.contains(account) {
            throw CommandFailure(GatewayError(.invalidRequest, "provider: no such account is configured"))
        }
        return PaymentRequest(
            kind: try Field.required("kind", PaymentKind(rawValue: kind), "must be deposit or withdrawal"),
            amount: try Field.amount(amount, currency),
            reference: try Field.required(
                "reference",
                MerchantReference(reference),
                MerchantReference.requirement
            ),
            method: try Field.optional("method", method, "must be bkash, nagad, rocket or upay") { text in
                PaymentMethod.known.first { $0.rawValue == text }
            },
            payee: try Field.optional("payee", payee, "must be 6 to 15 digits", MSISDN.init(_:)),
            account: account,
            expiresIn: try Field.optional("expires-in", expiresIn, "must be whole seconds", Self.seconds),
            returnURLs: ReturnURLs(
                success: try url("success-url", successURL),
                failure: try url("failure-url", failureURL),
                cancel: try url("cancel-url", cancelURL),
                expired: try url("expired-url", expiredURL)
            ),
            idempotencyKey: try Field.optional(
                "idempotency-key",
                idempotencyKey,
                IdempotencyKey.requirement,
                IdempotencyKey.init(_:)
            )
        )
    }

    private func url(_ name: String, _ text: String?) throws(CommandFailure) -> WebURL? {
        try Field.optional(name, text, "is not an http or https URL", WebURL.init(_:))
    }

    private static func seconds(_ text: String) -> Duration? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int32(text).map { .seconds($0) }
    }
}
