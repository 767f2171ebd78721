import ArgumentParser
import Foundation
import Logging
import PaymentGateway
import PaymentIntents
import ServiceLifecycle
import StrictJSON

/// `payments demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes payments through both providers, simulated, over real HTTP on loopback."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "A PostgreSQL database to play on, with two instances: postgres://…")
    var store: String?

    func run() async throws {
        guard store?.hasPrefix("postgres") != false else {
            throw CommandFailure.invalid("store", "must begin with postgres://")
        }
        let stage = try await DemoStage(database: store)
        defer { try? FileManager.default.removeItem(at: stage.folder) }
        let format = options.output
        let group = ServiceGroup(services: stage.services, logger: Program.logger(from: .critical))
        let results = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let results: [DemoResult]
            do {
                results = try await DemoRun(stage: stage, narrator: DemoNarrator(format: format)).play()
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return results
        }
        let wrong = results.filter { !$0.isRight }.count
        DemoNarrator(format: format).chapter("What every payment came to")
        DemoNarrator(format: format).say("")
        Output(format)
            .print(
                json: results.map(\.object.text),
                table: DemoResult.header,
                rows: results.map(\.row)
            )
        DemoNarrator(format: format).say("")
        DemoNarrator(format: format).say("\(results.count) payments, \(wrong) ended otherwise than they should.")
        if wrong > 0 { throw ExitCode(1) }
    }
}
