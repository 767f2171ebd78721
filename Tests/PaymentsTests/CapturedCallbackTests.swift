import Testing

@Suite("A captured callback", .timeLimit(.minutes(30)))
struct CapturedCallbackTests {
    /// Writes a callback to two files, and runs a command on them.
    private static func run(
        _ command: String,
        _ account: String,
        _ message: SignedMessage,
        in folder: Folder,
        output: String = "json"
    ) async throws -> ProgramResult {
        try folder.write(message.headerLines, to: "headers.txt")
        try folder.write(message.body, to: "body.json")
        let files = ["--headers", "headers.txt", "--body", "body.json"]
        return try await Program.run([command, account] + files + ["--output", output], in: folder)
    }

    @Test("of SMS Pay is verified, and its evidence shown")
    func smsPay() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await Self.run("verify", "wallets", try .smsPaySample(), in: folder)
            #expect(result.status == 0, "\(result.errors)")
            let document = try result.object()
            #expect(document.bool("verified") == true)
            let evidence = try document.object("evidence")
            #expect(
                evidence.keys.isSuperset(of: ["claim", "providerPaymentID", "reference", "amount", "transactionID"])
            )
            #expect(evidence.text("claim") == "succeeded")
            #expect(evidence.text("providerPaymentID") == "b5012f33-207e-4999-bf8d-5a1ebb10988e")
            #expect(evidence.text("reference") == "ORDER-10045")
            #expect(try evidence.object("amount").text("value") == "500.00")
            #expect(evidence.isNull("transactionID"))
            let text = try await Self.run("verify", "wallets", try .smsPaySample(), in: folder, output: "text")
            #expect(text.output.contains("ORDER-10045"))
        }
    }

    @Test("of Pay2Local is verified, in its header and in its body")
    func pay2Local() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await Self.run("verify", "agents", try .pay2LocalSample(), in: folder)
            #expect(result.status == 0, "\(result.errors)")
            let evidence = try result.object().object("evidence")
            #expect(evidence.text("claim") == "succeeded")
            #expect(evidence.isNull("providerPaymentID"))
            #expect(evidence.text("reference") == "10458558")
            #expect(try evidence.object("amount").text("value") == "100.00")
            #expect(evidence.text("transactionID") == "236a4d5f-884a-4934-90af-04306146c328")
        }
    }

    @Test("may come through a pipe, and is not read without end")
    func pipe() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let sample = try SignedMessage.smsPaySample()
            // More than a pipe holds at once, and the signature comes last.
            let filler = String(repeating: "X-Filler: \(String(repeating: "a", count: 90))\n", count: 1000)
            try folder.write(filler + sample.headerLines, to: "headers.txt")
            try folder.write(sample.body, to: "body.json")
            let shell = #"cat headers.txt | "$@""#
            let arguments = ["verify", "wallets", "--body", "body.json", "--output", "json", "--headers"]
            let piped = try await RunningProgram(arguments + ["/dev/stdin"], by: shell, in: folder).end()
            #expect(piped.status == 0, "\(piped.errors)")
            let endless = try await Program.run(arguments + ["/dev/zero"], in: folder)
            #expect(try endless.error().text("message") == "headers: the file is larger than 1 MiB")
        }
    }

    @Test("that was changed is refused, with the check that failed")
    func refused() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let sample = try SignedMessage.smsPaySample()
            let forgeries = [
                SignedMessage(body: sample.body + [0x20], headers: sample.headers),
                SignedMessage(body: sample.body, headers: [("Content-Type", "application/json")]),
                SignedMessage(body: sample.body, headers: sample.headers + [sample.headers[1]]),
            ]
            for forgery in forgeries {
                let result = try await Self.run("verify", "wallets", forgery, in: folder)
                #expect(result.status == 1)
                let error = try result.error()
                #expect(error.text("code") == "callbackRefused")
                #expect(error.text("message")?.lowercased().contains("x-signature") == true, "\(error)")
            }
        }
    }

    @Test("tells what Pay2Local signs, as lines of a configuration")
    func recipe() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let text = try await Self.run("find-recipe", "agents", try .pay2LocalSample(), in: folder, output: "text")
            #expect(text.status == 0, "\(text.errors)")
            for line in ["headerSignature: rawBody", "bodySignature: fields", "signedFields: ["] {
                #expect(text.output.contains(line), "\(text.output)")
            }
            let json = try await Self.run("find-recipe", "agents", try .pay2LocalSample(), in: folder)
            let configuration = try json.object().object("configuration")
            #expect(configuration.text("headerSignature") == "rawBody")
            #expect(
                configuration.texts("signedFields")
                    == ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"]
            )
        }
    }

    @Test("that nothing explains: says how many recipes were tried")
    func noRecipe() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let sample = try SignedMessage.pay2LocalSample()
            let headers = sample.headers.map { ($0, $0 == "x-signature" ? String(repeating: "0f", count: 32) : $1) }
            let body = Array(
                String(decoding: sample.body, as: UTF8.self)
                    .replacing(/"signature": "[0-9a-f]*/, with: "\"signature\": \"00").utf8
            )
            let result = try await Self.run(
                "find-recipe",
                "agents",
                SignedMessage(body: body, headers: headers),
                in: folder
            )
            #expect(result.status == 1)
            let message = try result.error().text("message") ?? ""
            #expect(message.contains(/[1-9][0-9]+ candidates/), "\(message)")
            let headersWithoutSignature = sample.headers.filter { $0.0 != "x-signature" }
            let unsigned = SignedMessage(body: Array("{}".utf8), headers: headersWithoutSignature)
            let refusal = try await Self.run("find-recipe", "agents", unsigned, in: folder)
            #expect(try refusal.error().text("message")?.contains("0 candidates tried") == true, "\(refusal.errors)")
        }
    }

    @Test("of a provider that documents what it signs needs no recipe")
    func documented() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await Self.run("find-recipe", "wallets", try .smsPaySample(), in: folder)
            #expect(result.status == 1)
            #expect(try result.error().text("code") == "unsupported")
        }
    }
}
