import Testing

@Suite("serve", .timeLimit(.minutes(30)))
struct ServeTests {
    @Test("takes the callback of a payment at each provider, beside the other commands, and drains on SIGTERM")
    func endToEnd() async throws {
        try await Shop.open { shop in
            let server = try await shop.serve()
            defer { server.kill() }
            let deposit = try await shop.create("ORDER-1", "--amount", "500")
            try await shop.press("pay", for: deposit)
            let paid = try await shop.wait(for: "succeeded", of: deposit)
            #expect(paid.bool("late") == false)
            let last = try await shop.folder.json("history", paid.text("id") ?? "").objects().last
            #expect(last?.text("source") == "callback")
            #expect(last?.text("trust") == "signed")

            let other = try await shop.create("ORDER-2", "--amount", "500", "--provider", "agents")
            try await shop.press("approve", for: other)
            let approved = try await shop.wait(for: "succeeded", of: other)
            #expect(approved.text("transactionID") != nil)
            #expect(try await shop.folder.json("list").lines.count == 2)

            let refused = try await shop.folder.json("serve")
            #expect(refused.status == 1)
            #expect(try refused.error().text("code") == "storeUnavailable")

            let ended = try await server.terminate()
            #expect(ended.status == 0)
            #expect(ended.output.isEmpty)
            for secret in Settings.secrets { #expect(!ended.errors.contains(secret)) }
        }
    }

    @Test("waits for an operator when another amount was paid")
    func review() async throws {
        try await Shop.open { shop in
            let server = try await shop.serve()
            defer { server.kill() }
            let payment = try await shop.create("ORDER-1", "--amount", "500")
            let id = try #require(payment.text("id"))
            try await shop.press("pay-wrong-amount", for: payment)
            _ = try await shop.wait(for: "requiresReview", of: payment)
            let resolved = try await shop.folder.json("resolve", id, "--as", "succeeded", "--note", "501 came")
            #expect(resolved.status == 0, "\(resolved.errors)")
            #expect(try resolved.object().text("status") == "succeeded")
            let again = try await shop.folder.json("resolve", id, "--as", "rejected", "--note", "no")
            #expect(again.status == 1)
            let last = try await shop.folder.json("history", id).objects().last
            #expect(last?.text("source") == "operator")
            #expect(try last?.object("detail").text("note") == "501 came")
        }
    }

    @Test("has what it acknowledged after kill -9, and the retry is a duplicate without effect")
    func killed() async throws {
        try await Shop.open { shop in
            let server = try await shop.serve()
            let payment = try await shop.create("ORDER-1", "--amount", "500")
            let id = try #require(payment.text("id"))
            let providerID = try #require(payment.text("providerPaymentID"))
            let message = try SignedMessage.paid(providerID, reference: "ORDER-1", amount: "500")
            #expect(try await shop.send(message, to: "wallets") == 200)
            server.kill()
            _ = try await server.end()
            let before = try await shop.folder.json("show", id).object()
            #expect(before.text("status") == "succeeded")

            let next = try await shop.serve()
            defer { next.kill() }
            #expect(try await shop.send(message, to: "wallets") == 200)
            let after = try await shop.folder.json("show", id).object()
            #expect(after.text("status") == "succeeded")
            let callbacks = try await shop.folder.json("history", id).objects()
                .filter { $0.text("source") == "callback" }
            #expect(callbacks.count == 2)
            #expect(callbacks.map { $0.text("status") } == ["succeeded", "succeeded"])
            #expect(try await next.terminate().status == 0)
        }
    }

    @Test("keeps a callback that overtakes its payment's creation")
    func settlesByItself() async throws {
        try await Shop.open(["--outcome", "approved", "--after", "0", "--fault", "duplicate"]) { shop in
            let server = try await shop.serve()
            defer { server.kill() }
            let deposit = try await shop.create("ORDER-1", "--amount", "500")
            let withdrawal = try await shop.create(
                "PAYOUT-1",
                "--amount",
                "500",
                "--kind",
                "withdrawal",
                "--payee",
                "01711111111",
                "--method",
                "bkash"
            )
            _ = try await shop.wait(for: "succeeded", of: deposit)
            _ = try await shop.wait(for: "succeeded", of: withdrawal)
        }
    }

    @Test("says which port is taken")
    func portTaken() async throws {
        try await Shop.open { shop in
            let server = try await shop.serve()
            defer { server.kill() }
            let yaml = "store: sqlite:other.sqlite\n" + Settings(port: shop.port).yaml
            try shop.folder.write(yaml, to: "other.yaml")
            let second = try await shop.folder.json("serve", "--config", "other.yaml")
            #expect(second.status == 78)
            let message = try second.error().text("message") ?? ""
            #expect(message.hasPrefix("server.port: "))
            #expect(message.contains(":\(shop.port) "))
        }
    }

    @Test("ends with 0 on SIGINT as well, and picks a free port for port 0")
    func interrupted() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let server = try RunningProgram(["serve"], in: folder)
            #expect(try await server.port() > 0)
            #expect(try await server.interrupt().status == 0)
        }
    }
}
