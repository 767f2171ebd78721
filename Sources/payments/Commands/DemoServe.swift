import ArgumentParser
import Foundation
import Logging
import PaymentGateway

/// `payments demo-serve`, which the demo starts for itself: `payments serve` until it has taken its first callback.
///
/// It is killed, as `kill -9` does it, when that callback is in the store and before it is answered.
struct DemoServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves until the first callback is stored, and is killed before it answers.",
        shouldDisplay: false
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Leave the notifications to another instance.")
    var tellsNobody = false

    func run() async throws {
        var program = try Program(options)
        // One that it were killed with would be sent again, but only when its lease has run out.
        if tellsNobody { program.configuration.notifications = nil }
        program.logger = Logger(label: "payments") { _ in FatalLogHandler() }
        try await Serve.serve(program)
    }
}

/// Kills the process at the line that the engine logs between the commit of a callback and its answer.
private struct FatalLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.debug

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        if event.message.description == "callback absorbed" { kill(getpid(), SIGKILL) }
    }
}
