import Foundation

/// This program once more, in a process of its own: one that can be killed.
final class DemoProcess: Sendable {
    private let process = Process()
    private let errors: URL
    private let (ends, end) = AsyncStream<Int32?>.makeStream()

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - folder: Where its standard error goes.
    /// - Throws: What keeps it from being started.
    init(_ arguments: [String], in folder: URL) throws {
        guard let executable = Bundle.main.executableURL else { throw DemoFailure("the program does not find itself") }
        errors = folder.appending(path: "\(UUID().uuidString).err")
        try Data().write(to: errors)
        process.executableURL = executable
        process.arguments = arguments
        // The variables are the merchant's own, and this is not the merchant's configuration.
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PAYMENTS_") }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        process.terminationHandler = { [end] process in
            end.yield(process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil)
            end.finish()
        }
        try process.run()
    }

    /// Whether it says that it listens.
    var isListening: Bool {
        get throws { try String(contentsOf: errors, encoding: .utf8).contains("listening on") }
    }

    /// Waits for its end.
    ///
    /// - Returns: The signal that ended it, if one did.
    func end() async -> Int32? {
        for await signal in ends { return signal }
        return nil
    }

    /// Asks it to end, and waits for that.
    func terminate() async {
        process.terminate()
        _ = await end()
    }

    /// Ends it at once, unless it has ended.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }
}
