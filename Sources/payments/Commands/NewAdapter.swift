import ArgumentParser
import Foundation
import PaymentGateway

/// `payments new-adapter`
struct NewAdapter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new-adapter",
        abstract: "Makes a package for an adapter of your own, whose tests say what is still to be written."
    )

    @Argument(help: "The adapter's name: a lower-case letter, then lower-case letters and digits.")
    var name: String

    @Option(help: ArgumentHelp("The folder to make; nothing may be in it.", valueName: "dir"))
    var path: String

    @Option(
        help: ArgumentHelp(
            "Where the package finds this project: a path or a URL. The checkout of this program when not given.",
            valueName: "path or url"
        )
    )
    var project: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let package = try AdapterPackage(name: name, project: try ProjectLocation.find(project))
        let files = package.files
        do {
            try write(files, to: try emptyFolder())
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                GatewayError(.invalidRequest, "path: the package cannot be written there", cause: error)
            )
        }
        let document = Document(name: name, path: path, files: files.map(\.path))
        Output(options.output).print(document, text: (document.files + ["", next]).joined(separator: "\n"))
    }

    /// The folder, made if it is not there.
    private func emptyFolder() throws -> URL {
        let folder = URL(filePath: path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty else {
            throw CommandFailure.invalid("path", "there is something in the folder already")
        }
        return folder
    }

    private func write(_ files: [(path: String, text: String)], to folder: URL) throws {
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        }
    }

    private var next: String {
        "Run `swift test` in \(path): each rule that fails names what is still to be written. README.md has the steps."
    }

    private struct Document: Encodable {
        let name: String
        let path: String
        let files: [String]
    }
}
