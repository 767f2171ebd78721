import Foundation
import Testing

@Suite("new-adapter", .timeLimit(.minutes(30)))
struct NewAdapterTests {
    private static let url = "https://example.com/somebody/payments-fork.git"

    /// The files of a folder, by their path in it.
    private static func files(in folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            guard !file.hasDirectoryPath, let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            files[path] = text
        }
        return files
    }

    @Test("makes a package with every method in place, and names its files")
    func files() async throws {
        try await Folder.with { folder in
            let result = try await folder.json("new-adapter", "takapay", "--path", "made", "--project", Self.url)
            #expect(result.status == 0, "\(result.errors)")
            let document = try result.object()
            let files = try Self.files(in: folder.url.appending(path: "made"))
            #expect(document.text("name") == "takapay")
            #expect(document.texts("files")?.sorted() == files.keys.sorted())

            let manifest = try #require(files["Package.swift"])
            #expect(manifest.contains(#".package(url: "\#(Self.url)", branch: "main")"#))
            #expect(manifest.contains(#".product(name: "PaymentContracts", package: "payments-fork")"#))
            let sources = files.filter { $0.key.hasPrefix("Sources/TakapayProvider/Takapay") }.values.joined()
            let methods = [
                #"static let name = "takapay""#, "init(settings: inout AdapterSettings)", "var capabilities:",
                "func request(for call:", "func reply(", "func authenticate(", "func event(in callback:",
                "func acknowledgement(of event:", "struct TakapayPayment: ProviderIntent",
            ]
            for method in methods { #expect(sources.contains(method), "\(method)") }

            // What says that it is still to be written is what the steps name.
            let readme = try #require(files["README.md"])
            let all = files.values.joined()
            for piece in ["request(for: .create)", "reply(in:to: .query)", "authenticate(_:with:)", "event(in:)"] {
                #expect(readme.contains(piece))
                #expect(
                    all.contains("\(piece) is still") || all.contains(#"stillToBeWritten("\#(piece)")"#),
                    "\(piece)"
                )
            }
        }
    }

    @Test("lets the package find the checkout of the program, or the one that is named")
    func project() async throws {
        try await Folder.with { folder in
            #expect(try await folder.text("new-adapter", "takapay", "--path", "first").status == 0)
            let first = try Self.files(in: folder.url.appending(path: "first"))
            let line = try #require(first["Package.swift"]?.split(separator: "\n").first { $0.contains("path:") })
            let path = try #require(line.split(separator: "\"").last { $0.contains("/") })
            #expect(FileManager.default.fileExists(atPath: path + "/Sources/PaymentIntents"))

            #expect(try await folder.text("new-adapter", "takapay", "--path", "b", "--project", "a\"b").status == 0)
            let second = try Self.files(in: folder.url.appending(path: "b"))
            #expect(second["Package.swift"]?.contains(#"/a\"b")"#) == true)
        }
    }

    @Test("writes over nothing")
    func overwritesNothing() async throws {
        try await Folder.with { folder in
            let made = try folder.folder("made")
            try made.write("mine", to: "README.md")
            let result = try await folder.json("new-adapter", "takapay", "--path", "made", "--project", Self.url)
            #expect(result.status == 1)
            #expect(try result.error().text("message")?.hasPrefix("path:") == true)
            #expect(try Self.files(in: made.url) == ["README.md": "mine"])
        }
    }

    @Test(
        "refuses a name that cannot be one",
        arguments: [
            "", "Takapay", "1pay", "taka-pay", "taka_pay", "টাকা", "smspay", "pay2local", "provider", "adapter",
            String(repeating: "a", count: 33),
        ]
    )
    func wrongName(name: String) async throws {
        try await Folder.with { folder in
            let result = try await folder.json("new-adapter", name, "--path", "made", "--project", Self.url)
            #expect(result.status == 1)
            let error = try result.error()
            #expect(error.text("code") == "invalidRequest")
            #expect(error.text("message")?.hasPrefix("name:") == true)
            #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "made").path))
        }
    }
}
