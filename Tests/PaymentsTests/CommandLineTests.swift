import Testing

@Suite("The command line", .timeLimit(.minutes(30)))
struct CommandLineTests {
    @Test(
        "takes the global options before and after the subcommand",
        arguments: [
            ["--config", "shop.yaml", "--output", "json", "check-config"],
            ["--config=shop.yaml", "check-config", "--output=json"],
            ["check-config", "--output", "json", "--config", "shop.yaml"],
            ["--output", "text", "check-config", "--config=shop.yaml", "--output=json"],
        ]
    )
    func globalOptions(arguments: [String]) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "shop.yaml")
            let result = try await Program.run(arguments, in: folder)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try result.object().bool("valid") == true)
        }
    }

    @Test(
        "takes the global options before, between and after two subcommands",
        arguments: [
            ["--config", "shop.yaml", "--output", "json", "inbox", "replay", "5"],
            ["--config=shop.yaml", "inbox", "--output=json", "replay", "5"],
            ["inbox", "replay", "5", "--config", "shop.yaml", "--output", "json"],
            ["--output", "json", "--config", "shop.yaml", "notifications", "replay", "msg_1"],
            ["--config=shop.yaml", "notifications", "--output", "json", "replay", "msg_1"],
            ["--output=json", "notifications", "replay", "--config", "shop.yaml", "msg_1"],
        ]
    )
    func globalOptionsOfGroups(arguments: [String]) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "shop.yaml")
            let result = try await Program.run(arguments, in: folder)
            #expect(result.status == 1)
            #expect(try result.error().text("code") == "notFound")
        }
    }

    @Test(
        "takes the global options before a subcommand whose own one is left out",
        arguments: [
            ["--config", "shop.yaml", "--output", "json", "inbox"],
            ["--config", "shop.yaml", "inbox", "--state", "parked"],
            ["--config", "shop.yaml", "inbox", "list", "--state", "parked"],
            ["--output=json", "notifications", "--config", "shop.yaml", "--state", "dead"],
            ["--config", "shop.yaml", "notifications", "list"],
        ]
    )
    func globalOptionsOfDefaults(arguments: [String]) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "shop.yaml")
            let result = try await Program.run(arguments, in: folder)
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    @Test(
        "exits with 64 when it cannot be parsed",
        arguments: [
            ["nonsense"], ["create"], ["create", "--amount", "5"], ["show"], ["list", "--limit", "many"],
            ["list", "--status"], ["list", "--staus", "pending"], ["show", "a", "b"], ["simulate", "nobody"],
            ["simulate", "smspay"], ["verify", "wallets"], ["resolve", "pay_1"],
            ["new-adapter"], ["new-adapter", "takapay"], ["contracts", "smspay", "pay2local"],
        ]
    )
    func unparsed(arguments: [String]) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let text = try await Program.run(arguments, in: folder)
            #expect(text.status == 64)
            #expect(text.output.isEmpty)
            #expect(text.errors.contains("Usage: "))

            let json = try await Program.run(arguments + ["--output", "json"], in: folder)
            #expect(json.status == 64)
            #expect(try json.error().text("code") == "invalidRequest")
        }
    }

    @Test("takes an option without a value for one with an empty value, and not the next word")
    func emptyValue() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await folder.json("create", "--idempotency-key=", "--amount=5", "--reference", "A")
            #expect(result.status == 1)
            #expect(try result.error().text("message")?.hasPrefix("idempotency-key:") == true)
        }
    }

    @Test("leaves a value alone that looks like an option with an empty value")
    func valueLikeAnOption() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await folder.json("resolve", "pay_1", "--note", "--ticket=", "--as", "perhaps")
            #expect(result.status == 1, "\(result.errors)")
        }
    }

    @Test(
        "prints an error in the format that was asked for last, however it is spelled",
        arguments: [
            (["--output=text", "list", "--status", "paid", "--output", "json"], true),
            (["--output", "text", "list", "--status", "paid", "--output=json"], true),
            (["list", "--status", "paid", "--output=json", "--output", "text"], false),
            (["list", "--output", "json", "--status", "paid", "--output=text"], false),
        ]
    )
    func lastFormat(arguments: [String], isJSON: Bool) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await Program.run(arguments, in: folder)
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix(#"{"error":"#) == isJSON)
        }
    }

    @Test("fails when its result cannot be printed", arguments: [#""$@" > /dev/full"#, #""$@" >&-"#])
    func unprinted(shell: String) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let arguments = ["check-config", "--output", "json"]
            let result = try await RunningProgram(arguments, by: shell, in: folder).end()
            #expect(result.status == 1)
            #expect(try result.error().text("code") == "outcomeUnknown")
        }
    }

    @Test("exits with 64 for an output that is neither text nor json")
    func unknownOutput() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            #expect(try await folder.text("list", "--output", "xml").status == 64)
        }
    }

    @Test(
        "exits with 1 for a value that parses but is wrong",
        arguments: [
            (["list", "--limit", "0"], "limit:"), (["list", "--limit", "1001"], "limit:"),
            (["list", "--status", "paid"], "status:"), (["list", "--provider", "A B"], "provider:"),
            (["list", "--after", "pay_x"], "after:"),
            (["resolve", "pay_1", "--as", "perhaps", "--note", "n"], "as:"),
            (
                [
                    "simulate", "smspay", "--port", "65536", "--api-key", "k", "--webhook-secret", "s", "--webhook-url",
                    "u",
                ],
                "port:"
            ),
            (
                ["simulate", "smspay", "--api-key", "k", "--webhook-secret", "s", "--webhook-url", "u"],
                "webhook-secret:"
            ),
            (
                [
                    "simulate", "smspay", "--api-key", "k", "--webhook-secret", "sixteen characters", "--webhook-url",
                    "shop.example/hook",
                ],
                "webhook-url:"
            ),
            (
                [
                    "simulate", "pay2local", "--access-key", "sixteen characters", "--public-key", "k",
                    "--callback-url", "ftp://shop.example",
                ],
                "callback-url:"
            ),
            (["demo", "--store", "sqlite:x"], "store:"),
            (["verify", "nobody", "--headers", "h", "--body", "b"], "no account of that name"),
            (["verify", "wallets", "--headers", "absent", "--body", "b"], "headers:"),
        ]
    )
    func wrongValue(arguments: [String], field: String) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let result = try await Program.run(arguments + ["--output", "json"], in: folder)
            #expect(result.status == 1)
            let error = try result.error()
            #expect(["invalidRequest", "notFound"].contains(error.text("code")))
            if error.text("code") == "invalidRequest" {
                #expect(error.text("message")?.hasPrefix(field) == true, "\(error)")
            }
        }
    }

    @Test("says notFound of a payment that is not there", arguments: ["show", "history", "sync"])
    func notFound(command: String) async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            for id in ["nonsense", "pay_01m7y5n5k91w6zngjeb2tbd47cvf0vyc8y0b"] {
                let result = try await folder.json(command, id)
                #expect(result.status == 1)
                let error = try result.error()
                #expect(error.text("code") == "notFound")
                #expect(error.bool("retryable") == false)
                #expect(try await folder.text(command, id).errors.hasSuffix("[notFound]\n"))
            }
        }
    }

    @Test(
        "has help for everything",
        arguments: [
            "demo", "create", "show", "history", "list", "sync", "resolve", "serve", "verify", "find-recipe",
            "simulate",
            "providers", "check-config", "contracts", "new-adapter",
        ]
    )
    func help(command: String) async throws {
        try await Folder.with { folder in
            let result = try await folder.text(command, "--help")
            #expect(result.status == 0)
            #expect(result.output.contains("USAGE: payments \(command)"))
            #expect(result.errors.isEmpty)
            #expect(try await folder.text("help", command).output == result.output)
        }
    }
}
