import Foundation
import Testing

@Suite("The article about the lifecycle")
struct LifecycleArticleTests {
    /// Run with `UPDATE_DOCS=1` in the environment, this writes the article instead of comparing it.
    @Test("shows the table and the transitions that the code makes")
    func isUpToDate() throws {
        let file = LifecycleArticle.file()
        let article = try String(contentsOf: file, encoding: .utf8)
        let updated = try #require(LifecycleArticle.updated(article), "a marker is missing")
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try updated.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(article == updated, "run again with UPDATE_DOCS=1 and look at the difference")
        }
    }

    @Test("cannot be generated without its markers", arguments: ["", "<!-- table: generated -->\n"])
    func needsMarkers(_ article: String) {
        #expect(LifecycleArticle.updated(article) == nil)
    }
}
