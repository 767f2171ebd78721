import Foundation
import Synchronization

/// The built program, as a merchant's script runs it.
enum Program {
    /// Where it lies: beside the test bundle.
    static let url: URL = {
        let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }?.bundleURL
        let tests = bundle ?? URL(filePath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appending(path: "payments")
    }()

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - folder: The folder that it runs in.
    ///   - variables: The variables `PAYMENTS_…`.
    /// - Returns: How it ended.
    /// - Throws: When it cannot be started.
    static func run(
        _ arguments: [String],
        in folder: Folder,
        variables: [String: String] = [:]
    ) async throws -> ProgramResult {
        let running = try RunningProgram(arguments, in: folder, variables: variables)
        return try await running.end()
    }
}
