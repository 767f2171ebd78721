import Foundation
import Synchronization

/// The program while it runs. What it prints goes to files, so that no pipe fills up.
final class RunningProgram: Sendable {
    private let process: Process
    private let output: URL
    private let errors: URL
    private let (ends, end) = AsyncStream<Int32>.makeStream()

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - shell: What a shell does with the command, which is `"$@"`; the program is started without a shell otherwise.
    ///   - folder: The folder that it runs in.
    ///   - variables: The variables `PAYMENTS_…`.
    /// - Throws: When it cannot be started.
    init(
        _ arguments: [String],
        by shell: String? = nil,
        in folder: Folder,
        variables: [String: String] = [:]
    ) throws {
        let name = UUID().uuidString
        output = folder.url.appending(path: "\(name).out")
        errors = folder.url.appending(path: "\(name).err")
        for file in [output, errors] { try Data().write(to: file) }
        process = Process()
        process.executableURL = shell == nil ? Program.url : URL(filePath: "/bin/sh")
        process.arguments = shell.map { ["-c", $0, "sh", Program.url.path] + arguments } ?? arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("PAYMENTS_") }
            .merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.terminationHandler = { [end] process in
            end.yield(process.terminationStatus)
            end.finish()
        }
        try process.run()
    }

    /// Waits for its end. A program that takes longer than five minutes is killed.
    func end() async throws -> ProgramResult {
        let deadline = Task {
            try await Task.sleep(for: .seconds(300))
            kill()
        }
        defer { deadline.cancel() }
        var status: Int32 = -1
        for await ended in ends { status = ended }
        return ProgramResult(
            status: status,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    /// Asks it to end, and waits for that.
    func terminate() async throws -> ProgramResult {
        process.terminate()
        return try await end()
    }

    /// Interrupts it, as Control-C does, and waits for its end.
    func interrupt() async throws -> ProgramResult {
        process.interrupt()
        return try await end()
    }

    /// Ends it at once.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// The port that it says it listens on.
    func port() async throws -> Int {
        var port: Int?
        let isListening = try await eventually {
            guard process.isRunning else { return true }
            let text = try String(contentsOf: errors, encoding: .utf8)
            let line = text.split(separator: "\n")
                .first { $0.hasPrefix("listening on 127.0.0.1:") && text.hasSuffix("\n") }
            port = line.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
            return port != nil
        }
        guard isListening, let port else {
            throw NotListening(errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
        }
        return port
    }

    /// The program ended, or kept silent.
    struct NotListening: Error {
        let errors: String
    }
}
