import ArgumentParser
import Pay2Local
import PaymentGateway
import PaymentIntents

/// `payments find-recipe`
struct FindRecipe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find-recipe",
        abstract: "Finds out from one captured callback what a provider signs."
    )

    @Argument(help: "The account it came to.")
    var name: String

    @Option(help: ArgumentHelp("A file of `Name: value` lines.", valueName: "file"))
    var headers: String

    @Option(help: ArgumentHelp("A file with the body's bytes.", valueName: "file"))
    var body: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let program = try Program(options)
        guard let adapter = try program.account(name).adapter as? Pay2LocalAdapter else {
            throw CommandFailure(GatewayError(.unsupported, "this provider documents what it signs"))
        }
        let callback = try CapturedCallback.read(headers: headers, body: body)
        let search: RecipeSearch
        do throws(CallbackRefusal) {
            search = try RecipeFinder(adapter).search(callback)
        } catch {
            throw CommandFailure(GatewayError(.callbackRefused, "\(error); 0 candidates tried", cause: error))
        }
        guard let best = search.found.first else {
            let problem =
                search.coversRequestIDBesideRawBody
                ? "x-signature covers the raw body and x-request-id, the last of \(search.tried) candidates, which no setting "
                    + "says; stay on callbackTrust: confirmed"
                : "none of \(search.tried) candidates fits; is it the right key?"
            throw CommandFailure(GatewayError(.callbackRefused, problem))
        }
        let document = RecipeDocument(search, best)
        Output(options.output).print(document, text: document.text)
    }
}

/// The recipe that fits, as lines of a configuration file.
private struct RecipeDocument: Encodable {
    let tried: Int
    let fitting: Int
    let configuration: [String: Value]
    let unexplained: [String]
    private let lines: [String]
    private let isTransactionSigned: Bool

    init(_ search: RecipeSearch, _ best: FoundRecipe) {
        tried = search.tried
        fitting = search.found.count
        configuration = Dictionary(best.settings.map { ($0.key, Value(setting: $0.value)) }) { first, _ in first }
        unexplained = best.unexplained
        lines = best.configurationLines
        isTransactionSigned = best.settings.contains { key, value in
            guard key == "signedFields", case .list(let fields) = value else { return false }
            return fields.contains("transaction_id")
        }
    }

    private enum CodingKeys: CodingKey {
        case tried, fitting, configuration, unexplained
    }

    var text: String {
        var text = ["# \(tried) candidates tried, \(fitting) fit"]
        if fitting > 1 { text.append("# a callback of an approved payment may tell them apart; the likeliest is:") }
        text += lines
        if isTransactionSigned {
            text.append("# verify one of a rejected payment too: only without transaction_id signedAbsentField shows")
        }
        text += unexplained.map { "# not explained by this: \($0)" }
        return text.joined(separator: "\n")
    }

    struct Value: Encodable {
        let setting: SettingValue

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch setting {
            case .text(let text): try container.encode(text)
            case .list(let texts): try container.encode(texts)
            }
        }
    }
}
