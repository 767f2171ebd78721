import ArgumentParser
import PaymentGateway
import PaymentIntents
import StrictJSON

/// `payments inbox`
struct Inbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows callbacks that are authentic and were not folded into a payment; takes one in again.",
        subcommands: [Page.self, Replay.self],
        defaultSubcommand: Page.self
    )

    /// `payments inbox list`
    struct Page: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists what a person may have to look at, newest first."
        )

        @Option(help: "Only those of this state: \(InboxState.allCases.map(\.rawValue).joined(separator: ", ")).")
        var state: String?

        @Option(parsing: .unconditional, help: "At most this many, from 1 to 1000.")
        var limit = 50

        @Option(help: ArgumentHelp("Only those with a lower number.", valueName: "number"))
        var before: Int64?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let program = try Program(options)
            let names = InboxState.allCases.map(\.rawValue).joined(separator: ", ")
            let filter = InboxFilter(
                state: try Field.optional("state", state, "must be one of: \(names)", InboxState.init(rawValue:)),
                before: before,
                limit: limit
            )
            let entries = try await program.withGateway { gateway in try await gateway.inbox(matching: filter) }
            Output(options.output).print(entries)
        }
    }

    /// `payments inbox replay`
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a callback in again, by the configuration as it is now. Its signature must still hold."
        )

        @Argument(help: "The callback's number.")
        var number: Int64

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let program = try Program(options)
            let number = number
            let entry = try await program.withGateway { gateway in try await gateway.replayInboxEntry(number) }
            Output(options.output).print([entry])
        }
    }
}

extension Output {
    /// Callbacks of the inbox: a table, or one object a line. Their bytes are not shown.
    fileprivate func print(_ entries: [InboxEntry]) {
        print(
            json: entries.map(\.json.text),
            table: ["number", "received", "account", "state", "copies", "payment", "note"],
            rows: entries.map(\.row)
        )
    }
}

extension InboxEntry {
    fileprivate var row: [String] {
        [
            String(number), JSONTime.text(receivedAt), account.rawValue, state.rawValue, String(copies),
            paymentID?.rawValue ?? "-", (note ?? "-").escapedForLog,
        ]
    }

    fileprivate var json: JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("number", number: String(number))
        object.write("receivedAt", JSONTime.text(receivedAt))
        object.write("provider", account.rawValue)
        object.write("state", state.rawValue)
        object.write("copies", number: String(copies))
        object.write("payment", orNull: paymentID?.rawValue)
        object.write("note", orNull: note)
        return object
    }
}
