import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Checks one captured callback offline.")

    @Argument(help: "The account it came to.")
    var name: String

    @Option(help: ArgumentHelp("A file of `Name: value` lines.", valueName: "file"))
    var headers: String

    @Option(help: ArgumentHelp("A file with the body's bytes.", valueName: "file"))
    var body: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let program = try Program(options)
        let account = try program.account(name)
        let callback = try CapturedCallback.read(headers: headers, body: body)
        let receipt: CallbackReceipt
        do throws(CallbackRefusal) {
            receipt = try account.adapter.receive(callback)
        } catch {
            throw CommandFailure(GatewayError(.callbackRefused, "\(error)", cause: error))
        }
        if case .hint(_, says: nil) = receipt {
            throw CommandFailure(GatewayError(.callbackRefused, "signature: nothing is signed on this account"))
        }
        let document = VerifiedDocument(receipt)
        Output(options.output).print(document, text: document.text)
    }
}
