public import ArgumentParser
import Logging
import Pay2LocalSimulator
import PaymentGateway
public import ProviderSimulation
import SMSPaySimulator
import ServiceLifecycle
import UnixSignals

/// `payments simulate`
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts a provider simulator, until SIGTERM or SIGINT.",
        subcommands: [SMSPay.self, Pay2Local.self]
    )

    /// What both simulators take.
    struct Behaviour: ParsableArguments {
        @Option(help: "The port on 127.0.0.1; 0 picks a free one.")
        var port = 0

        @Option(help: "How each payment ends by itself: approved, rejected or none.")
        var outcome = SimulatedOutcome.none

        @Option(help: ArgumentHelp("How long after its creation.", valueName: "seconds"))
        var after: UInt32 = 0

        @Option(help: "How the provider misbehaves; repeatable.")
        var fault: [Fault] = []

        @OptionGroup var options: GlobalOptions

        var settlement: AutomaticSettlement { AutomaticSettlement(outcome, after: .seconds(after)) }

        /// A fault that somebody asks for on the command line strikes each time.
        var faults: [Fault: FaultCount] {
            Dictionary(fault.map { ($0, $0.customaryCount) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// `payments simulate smspay`
    struct SMSPay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "smspay", abstract: "Simulates SMS Pay.")

        @Option(help: ArgumentHelp("sk_test_… or sk_live_…", valueName: "key"))
        var apiKey: String

        @Option(help: ArgumentHelp("What webhooks are signed with.", valueName: "secret"))
        var webhookSecret: String

        @Option(help: ArgumentHelp("Where webhooks go.", valueName: "url"))
        var webhookURL: String

        @OptionGroup var behaviour: Behaviour

        func run() async throws {
            var configuration = SMSPaySimulatorConfiguration(
                apiKey: SimulatorSecret(apiKey),
                webhookSecret: SimulatorSecret(webhookSecret),
                webhookURL: webhookURL
            )
            configuration.port = behaviour.port
            configuration.settlement = behaviour.settlement
            configuration.faults = behaviour.faults
            try await Simulate.serve(behaviour, signingKey: "webhook-secret", address: ("webhook-url", webhookURL)) {
                try SimulatedSMSPay(
                    configuration,
                    logger: Program.logger(from: .notice),
                    onServerRunning: Simulate.announce
                )
            }
        }
    }

    /// `payments simulate pay2local`
    struct Pay2Local: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pay2local",
            abstract: "Simulates Pay2Local, under /api/v1."
        )

        @Option(help: ArgumentHelp("Authenticates calls and signs callbacks.", valueName: "key"))
        var accessKey: String

        @Option(help: ArgumentHelp("Authenticates calls.", valueName: "key"))
        var publicKey: String

        @Option(help: ArgumentHelp("Where callbacks go.", valueName: "url"))
        var callbackURL: String

        @OptionGroup var behaviour: Behaviour

        func run() async throws {
            var configuration = Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(accessKey),
                publicKey: SimulatorSecret(publicKey),
                callbackURL: callbackURL
            )
            configuration.port = behaviour.port
            configuration.settlement = behaviour.settlement
            configuration.faults = behaviour.faults
            try await Simulate.serve(behaviour, signingKey: "access-key", address: ("callback-url", callbackURL)) {
                try SimulatedPay2Local(
                    configuration,
                    logger: Program.logger(from: .notice),
                    onServerRunning: Simulate.announce
                )
            }
        }
    }

    @Sendable private static func announce(_ port: Int) async {
        StandardError.print("listening on 127.0.0.1:\(port)")
    }

    private static func serve(
        _ behaviour: Behaviour,
        signingKey: String,
        address: (option: String, url: String),
        _ simulator: () throws -> any Service
    ) async throws {
        guard (0...65_535).contains(behaviour.port) else {
            throw CommandFailure.invalid("port", "must be 0 to 65535")
        }
        let service: any Service
        do {
            service = try simulator()
        } catch {
            throw CommandFailure.invalid(signingKey, "must have 16 characters or more")
        }
        guard MerchantURL(address.url) != nil else {
            throw CommandFailure.invalid(address.option, "must be an absolute http or https URL")
        }
        let group = ServiceGroup(
            services: [service],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Program.logger(from: .notice)
        )
        do {
            try await group.run()
        } catch let error where ListeningFailure.isOne(error) {
            let address = ListeningFailure(host: "127.0.0.1", port: behaviour.port, cause: error)
            throw CommandFailure.invalid("port", address.description)
        }
    }
}

extension Fault: ExpressibleByArgument {}

extension SimulatedOutcome: ExpressibleByArgument {}
