import Testing

@Suite("The demo", .timeLimit(.minutes(30)))
struct DemoTests {
    @Test("takes every payment to its end, and prints one object a payment")
    func demo() async throws {
        try await Folder.with { folder in
            // The merchant's own variables do not concern it.
            let variables = ["PAYMENTS_ENVIRONMENT": "live", "PAYMENTS_STORE": "sqlite:mine.sqlite"]
            let result = try await folder.json("demo", variables: variables)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let results = try result.objects()
            #expect(results.count >= 10)
            for one in results { #expect(one.bool("ok") == true, "\(one)") }
            let adapters = try results.map { try $0.object("payment").text("adapter") }
            #expect(Set(adapters) == ["smspay", "pay2local"])
            let statuses = Set(try results.map { try $0.object("payment").text("status") })
            #expect(statuses == ["succeeded", "rejected", "expired", "failed", "requiresReview", "conflicted"])
            let killed = try #require(results.last)
            #expect(killed.text("scenario") == "Killed between commit and answer")
            #expect(killed.texts("told") == ["created", "pending", "succeeded"])
        }
    }
}
