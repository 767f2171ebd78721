import Foundation
import Testing

@Suite("The article about writing an adapter")
struct GuideTests {
    /// A piece of Swift in the article, and the file that it is from.
    struct Excerpt: Sendable, CustomStringConvertible {
        let file: String
        let text: String

        var description: String { "\(file): \(text.prefix { $0 != "\n" })" }
    }

    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    private static func article() throws -> String {
        try text("Sources/PaymentIntents/Documentation.docc/WritingAnAdapter.md")
    }

    /// Every block that has its file named in the comment before it.
    private static func excerpts() throws -> [Excerpt] {
        try article().components(separatedBy: "<!-- ").dropFirst()
            .compactMap { part in
                guard let name = part.range(of: " -->\n```swift\n"),
                    let end = part.range(of: "```", range: name.upperBound..<part.endIndex)
                else { return nil }
                return Excerpt(
                    file: String(part[..<name.lowerBound]),
                    text: String(part[name.upperBound..<end.lowerBound])
                )
            }
    }

    @Test("quotes the adapter from outside word for word")
    func quotes() throws {
        let excerpts = try Self.excerpts()
        for excerpt in excerpts {
            #expect(try Self.text(excerpt.file).contains("\n" + excerpt.text), "\(excerpt)")
        }
        // A block without its file would be compared with nothing.
        let blocks = try Self.article().components(separatedBy: "\n```swift\n").count - 1
        #expect(excerpts.count == blocks)
        #expect(blocks > 5)
    }
}
