import ArgumentParser
import PaymentGateway
import PaymentIntents
import StrictJSON

/// `payments notifications`
struct Notifications: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what your own system was told, or could not be told; has it told again.",
        subcommands: [Page.self, Replay.self],
        defaultSubcommand: Page.self
    )

    /// `payments notifications list`
    struct Page: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists notifications, oldest first."
        )

        @Option(help: "Only those of this state: \(OutboxState.allCases.map(\.rawValue).joined(separator: ", ")).")
        var state: String?

        @Option(parsing: .unconditional, help: "At most this many, from 1 to 1000.")
        var limit = 50

        @Option(help: ArgumentHelp("Only those behind this position.", valueName: "position"))
        var after: Int64 = 0

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let program = try Program(options)
            let names = OutboxState.allCases.map(\.rawValue).joined(separator: ", ")
            let filter = OutboxFilter(
                state: try Field.optional("state", state, "must be one of: \(names)", OutboxState.init(rawValue:)),
                after: after,
                limit: limit
            )
            let entries = try await program.withGateway { gateway in
                try await gateway.notifications(matching: filter)
            }
            Output(options.output)
                .print(
                    json: entries.map(\.json.text),
                    table: ["position", "notification", "status", "state", "tries", "next try"],
                    rows: entries.map(\.row)
                )
        }
    }

    /// `payments notifications replay`
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Has a notification delivered again, with the same id, by the program that serves.",
            discussion: """
                Of one payment only one notification is under way at a time: while another one is, also a younger one, this \
                one waits until that is delivered or given up.
                """
        )

        @Argument(help: "The notification: msg_…")
        var id: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let program = try Program(options)
            let id = id
            try await program.withGateway { gateway in try await gateway.replayNotification(id) }
            Output(options.output).print(Document(replayed: id), text: "\(id) will be delivered again.")
        }

        private struct Document: Encodable {
            let replayed: String
        }
    }
}

extension OutboxEntry {
    fileprivate var row: [String] {
        [
            String(position), notification.id, notification.status.rawValue, state.rawValue, String(attempts),
            dueAt.map { JSONTime.text($0) } ?? "-",
        ]
    }

    fileprivate var json: JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("position", number: String(position))
        object.write("id", notification.id)
        object.write("payment", notification.paymentID.rawValue)
        object.write("sequence", number: String(notification.sequence))
        object.write("status", notification.status.rawValue)
        object.write("at", JSONTime.text(notification.at))
        object.write("state", state.rawValue)
        object.write("attempts", number: String(attempts))
        object.write("dueAt", orNull: dueAt.map { JSONTime.text($0) })
        return object
    }
}
