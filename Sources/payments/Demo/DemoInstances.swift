import Foundation
import PaymentGateway

/// Two instances of the merchant's program on one database, behind one address.
struct DemoInstances: Sendable {
    /// The one that gets the first callback.
    let first: DemoProcess

    private let second: DemoProcess
    private let balancer: DemoBalancer
    private let program: Program

    /// Starts both.
    ///
    /// - Parameters:
    ///   - stage: The stage.
    ///   - depositRoute: The accounts of a deposit.
    ///   - command: What the first instance runs.
    /// - Throws: What keeps them from being started.
    init(_ stage: DemoStage, depositRoute: [String], first command: [String] = ["serve"]) async throws {
        let ports = [try await FreePort.find(), try await FreePort.find()]
        var paths: [String] = []
        for port in ports { paths.append(try await stage.writeConfiguration(depositRoute: depositRoute, port: port)) }
        program = try DemoShop.program(paths[1])
        balancer = DemoBalancer(port: stage.callbackPort, instances: ports)
        first = try DemoProcess(command + ["--config", paths[0]], in: stage.folder)
        second = try DemoProcess(["serve", "--config", paths[1]], in: stage.folder)
    }

    /// Uses a gateway that works beside them, as `payments create` does, and ends them afterwards.
    func withGateway(_ body: @escaping @Sendable (Gateway) async throws -> Void) async throws {
        defer { for process in [first, second] { process.kill() } }
        while try !(first.isListening && second.isListening) {
            if first.hasEnded || second.hasEnded { throw DemoFailure("an instance does not start") }
            try await Task.sleep(for: .milliseconds(10))
        }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            let (ready, isReady) = AsyncStream<Void>.makeStream()
            tasks.addTask {
                defer { isReady.finish() }
                try await balancer.run { isReady.finish() }
            }
            for await _ in ready {}
            try await program.withGateway(body)
            for process in [first, second] where !process.hasEnded { await process.terminate() }
            tasks.cancelAll()
        }
    }
}
