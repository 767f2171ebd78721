import Foundation

/// A folder of its own for one test.
struct Folder: Sendable {
    let url: URL

    /// Gives a test a folder when it is its turn, and takes it away afterwards.
    static func with(_ test: (Folder) async throws -> Void) async throws {
        await Turns.shared.take()
        do {
            try await withoutTurn(test)
        } catch {
            await Turns.shared.giveBack()
            throw error
        }
        await Turns.shared.giveBack()
    }

    private static func withoutTurn(_ test: (Folder) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "payments-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try await test(Folder(url: url))
    }

    /// A folder in this one.
    func folder(_ name: String) throws -> Folder {
        let inner = url.appending(path: name)
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        return Folder(url: inner)
    }

    /// Writes a file, and says where it is.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Writes a file, and says where it is.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Runs the program here, in json mode.
    func json(_ arguments: String..., variables: [String: String] = [:]) async throws -> ProgramResult {
        try await Program.run(arguments + ["--output", "json"], in: self, variables: variables)
    }

    /// Runs the program here, in text mode.
    func text(_ arguments: String..., variables: [String: String] = [:]) async throws -> ProgramResult {
        try await Program.run(arguments, in: self, variables: variables)
    }
}
