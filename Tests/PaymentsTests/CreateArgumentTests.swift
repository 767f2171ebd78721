import Testing

@Suite("A wrong argument of create", .timeLimit(.minutes(30)))
struct CreateArgumentTests {
    private static let cases: [(arguments: [String], field: String)] = [
        (["--amount", "0"], "amount"), (["--amount", "0.00"], "amount"), (["--amount", "-5"], "amount"),
        (["--amount", "+5"], "amount"), (["--amount", "1e3"], "amount"), (["--amount", "500abc"], "amount"),
        (["--amount", "5.001"], "amount"), (["--amount", ""], "amount"), (["--amount", " 5"], "amount"),
        (["--amount", "1,000"], "amount"), (["--amount", "0x10"], "amount"), (["--amount", "\u{FF15}"], "amount"),
        (["--amount", "99999999999999999999999"], "amount"), (["--amount", "NaN"], "amount"),
        (["--reference", ""], "reference"), (["--reference", String(repeating: "r", count: 300)], "reference"),
        (["--reference", "ORDER-1\r\nX-Evil: 1"], "reference"), (["--reference", " ORDER"], "reference"),
        (["--reference", "\u{202E}1-REDRO"], "reference"), (["--kind", "refund"], "kind"),
        (["--method", "visa"], "method"), (["--currency", "taka"], "currency"), (["--currency", "bdt"], "currency"),
        (["--provider", "nobody"], "provider"), (["--provider", "Not A Name"], "provider"),
        (["--kind", "withdrawal"], "payee"), (["--kind", "withdrawal", "--payee", "+88017"], "payee"),
        (["--payee", "not a number"], "payee"), (["--expires-in", "0"], "expires-in"),
        (["--expires-in", "-60"], "expires-in"), (["--expires-in", "1.5"], "expires-in"),
        (["--expires-in", "soon"], "expires-in"), (["--idempotency-key", ""], "idempotency-key"),
        (["--idempotency-key", "schlüssel"], "idempotency-key"), (["--success-url", "shop"], "success-url"),
        (["--failure-url", "javascript:alert(1)"], "failure-url"),
        (["--cancel-url", "https://a@b.example/"], "cancel-url"),
        (["--expired-url", "ftp://b.example/"], "expired-url"),
    ]

    @Test("is named, and nothing is recorded or sent", arguments: cases)
    func named(arguments: [String], field: String) async throws {
        try await Folder.with { folder in
            // Nobody answers there: had anything been sent, the error would be another one.
            try folder.write(Settings().yaml, to: "payments.yaml")
            // Of an option that is given twice the last one counts.
            let whole = ["create", "--amount", "500", "--reference", "ORDER-1"] + arguments + ["--output", "json"]
            let result = try await Program.run(whole, in: folder)
            #expect(result.status == 1)
            let error = try result.error()
            #expect(error.text("code") == "invalidRequest")
            #expect(error.text("message")?.hasPrefix("\(field): ") == true, "\(error)")
            #expect(error.bool("retryable") == false)
            #expect(try await folder.json("list").output.isEmpty)
        }
    }

    @Test("is an http URL where money is real")
    func liveURL() async throws {
        try await Folder.with { folder in
            let live = Settings().yaml
                .replacing("environment: sandbox", with: "environment: live")
                .replacing("sk_test_", with: "sk_live_")
                .replacing("http://127.0.0.1:1", with: "https://127.0.0.1:1")
            try folder.write(live, to: "payments.yaml")
            let result = try await folder.json(
                "create",
                "--amount",
                "5",
                "--reference",
                "A",
                "--success-url",
                "http://shop.example/"
            )
            #expect(result.status == 1)
            #expect(try result.error().text("message")?.hasPrefix("success-url: ") == true)
        }
    }

    @Test("is a currency that no account settles in")
    func otherCurrency() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await folder.json("create", "--amount", "5", "--reference", "A", "--currency", "USD")
            #expect(result.status == 1)
            let error = try result.error()
            #expect(error.text("code") == "invalidRequest")
            #expect(error.text("message")?.hasPrefix("currency: ") == true)
        }
    }

    @Test("is none when no provider can be reached: providerUnavailable, and the same key may be used again")
    func unreachable() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            for _ in 1...2 {
                let result = try await folder.json("create", "--amount", "500", "--reference", "ORDER-1")
                #expect(result.status == 1)
                let error = try result.error()
                #expect(error.text("code") == "providerUnavailable")
                #expect(error.bool("retryable") == true)
            }
            let listed = try await folder.json("list").objects()
            #expect(listed.map { $0.text("creation") } == ["recorded"])
        }
    }
}
