import Testing

@Suite("A payment, made on the command line", .timeLimit(.minutes(30)))
struct PaymentTests {
    private static let keys: Set<String> = [
        "id", "kind", "status", "late", "amount", "reference", "provider", "adapter", "providerPaymentID",
        "transactionID", "method", "nextAction", "creation", "expiresAt", "createdAt", "updatedAt", "environment",
    ]

    @Test("is printed with every key, absent values as null")
    func document() async throws {
        try await Shop.open { shop in
            let deposit = try await shop.create("ORDER-1", "--amount", "500")
            #expect(deposit.keys == Self.keys)
            #expect(deposit.text("id")?.hasPrefix("pay_") == true)
            #expect(deposit.text("kind") == "deposit")
            #expect(deposit.text("status") == "pending")
            #expect(deposit.bool("late") == false)
            let amount = try deposit.object("amount")
            #expect(amount.keys == ["value", "currency"])
            #expect(amount.text("value") == "500.00")
            #expect(amount.text("currency") == "BDT")
            #expect(deposit.text("reference") == "ORDER-1")
            #expect(deposit.text("provider") == "wallets")
            #expect(deposit.text("adapter") == "smspay")
            #expect(deposit.text("providerPaymentID") != nil)
            #expect(deposit.isNull("transactionID"))
            #expect(deposit.isNull("method"))
            #expect(try deposit.object("nextAction").keys == ["type", "url"])
            #expect(try deposit.object("nextAction").text("type") == "redirect")
            #expect(deposit.text("creation") == "created")
            for key in ["expiresAt", "createdAt", "updatedAt"] {
                #expect(deposit.text(key)?.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) == true)
            }
            #expect(deposit.text("environment") == "sandbox")

            let withdrawal = try await shop.create(
                "PAYOUT-1",
                "--amount",
                "20.50",
                "--kind",
                "withdrawal",
                "--payee",
                "01711111111",
                "--method",
                "bkash"
            )
            #expect(withdrawal.keys == Self.keys)
            #expect(withdrawal.text("provider") == "agents")
            #expect(withdrawal.text("method") == "bkash")
            #expect(withdrawal.isNull("expiresAt"))
            #expect(try withdrawal.object("nextAction").text("type") == "none")
            #expect(!withdrawal.description.contains("01711111111"))
        }
    }

    @Test("is the same one when it is asked for again, and another request under its key is refused")
    func idempotency() async throws {
        try await Shop.open { shop in
            let first = try await shop.create("ORDER-1", "--amount", "500")
            let again = try await shop.create("ORDER-1", "--amount", "500.00")
            #expect(again.text("id") == first.text("id"))
            #expect(again.text("providerPaymentID") == first.text("providerPaymentID"))

            let other = try await shop.folder.json("create", "--reference", "ORDER-1", "--amount", "501.37")
            #expect(other.status == 1)
            let error = try other.error()
            #expect(error.text("code") == "idempotencyMismatch")
            #expect(error.text("message")?.contains("amount") == true)
            #expect(error.text("message")?.contains("501.37") == false)
            #expect(try await shop.folder.json("list").lines.count == 1)

            let attempt = try await shop.create("ORDER-1", "--amount", "500", "--idempotency-key", "second attempt")
            #expect(attempt.text("id") != first.text("id"))
        }
    }

    @Test("is listed newest first, page by page, and by filter")
    func list() async throws {
        try await Shop.open { shop in
            var ids: [String?] = []
            for number in 1...5 {
                ids.insert(try await shop.create("ORDER-\(number)", "--amount", "5").text("id"), at: 0)
            }
            let payout = try await shop.create(
                "ORDER-1",
                "--amount",
                "5",
                "--kind",
                "withdrawal",
                "--payee",
                "01711111111",
                "--method",
                "nagad"
            )
            ids.insert(payout.text("id"), at: 0)
            var pages: [[String?]] = []
            var cursor: [String] = []
            while true {
                let page = try await Program.run(
                    ["list", "--limit", "4", "--output", "json"] + cursor,
                    in: shop.folder
                )
                let found = try page.objects().map { $0.text("id") }
                if found.isEmpty { break }
                pages.append(found)
                cursor = ["--after", try #require(found.last ?? nil)]
            }
            #expect(pages.map(\.count) == [4, 2])
            #expect(pages.flatMap(\.self) == ids)

            func count(_ filter: String...) async throws -> Int {
                try await Program.run(["list", "--output", "json"] + filter, in: shop.folder).objects().count
            }
            #expect(try await count("--reference", "ORDER-1") == 2)
            #expect(try await count("--provider", "agents") == 1)
            #expect(try await count("--status", "pending") == 6)
            #expect(try await count("--status", "succeeded") == 0)
            let table = try await shop.folder.text("list")
            #expect(table.lines.count == 8)
            #expect(table.errors.isEmpty)
        }
    }

    @Test("is asked about by sync, without serve, and has a history")
    func sync() async throws {
        try await Shop.open { shop in
            let payment = try await shop.create("ORDER-1", "--amount", "500")
            let id = try #require(payment.text("id"))
            #expect(try await shop.folder.json("sync", id).object().text("status") == "pending")
            try await shop.press("pay", for: payment)
            let paid = try await shop.folder.json("sync", id).object()
            #expect(paid.keys == Self.keys)
            #expect(paid.text("status") == "succeeded")

            let history = try await shop.folder.json("history", id).objects()
            for line in history {
                #expect(line.keys == ["sequence", "at", "source", "claim", "trust", "status", "detail"])
                #expect(line.isNull("trust"))
            }
            #expect(history.compactMap { $0.number("sequence") } == Array(1...history.count))
            #expect(history.first?.text("source") == "creation")
            #expect(history.last?.text("source") == "query")
            #expect(history.last?.text("claim") == "succeeded")
            #expect(history.last?.text("status") == "succeeded")

            let resolved = try await shop.folder.json("resolve", id, "--as", "rejected", "--note", "no")
            #expect(resolved.status == 1)
            #expect(try resolved.error().text("code") == "invalidRequest")
            let card = try await shop.folder.text("show", id)
            #expect(card.output.contains("succeeded"))
            #expect(card.output.contains("500.00 BDT"))
            #expect(try await shop.folder.text("history", id).output.contains("query"))
        }
    }

    @Test("goes to the other provider when the route is reversed, and an older one stays where it is")
    func switching() async throws {
        try await Shop.open { shop in
            let first = try await shop.create("ORDER-1", "--amount", "500")
            try shop.configure(deposit: "agents, wallets")
            let second = try await shop.create("ORDER-2", "--amount", "500")
            #expect(first.text("adapter") == "smspay")
            #expect(second.text("adapter") == "pay2local")
            let id = try #require(first.text("id"))
            #expect(try await shop.folder.json("show", id).object().text("adapter") == "smspay")
            let chosen = try await shop.create("ORDER-3", "--amount", "500", "--provider", "wallets")
            #expect(chosen.text("adapter") == "smspay")
        }
    }

    @Test("fails over to the next account when the first cannot be reached, unless one was chosen")
    func failover() async throws {
        try await Shop.open { shop in
            try shop.folder.write(Settings(pay2LocalPort: shop.pay2LocalPort).yaml, to: "payments.yaml")
            #expect(try await shop.create("ORDER-1", "--amount", "500").text("provider") == "agents")
            let chosen = try await shop.folder.json(
                "create",
                "--reference",
                "ORDER-2",
                "--amount",
                "500",
                "--provider",
                "wallets"
            )
            #expect(chosen.status == 1)
            #expect(try chosen.error().text("code") == "providerUnavailable")
        }
    }
}
