import Testing

@Suite("simulate", .timeLimit(.minutes(30)))
struct SimulateTests {
    private static let smsPay = [
        "simulate", "smspay", "--port", "0", "--api-key", Settings.apiKey, "--webhook-secret", Settings.webhookSecret,
        "--webhook-url", "http://127.0.0.1:1/",
    ]
    private static let pay2Local = [
        "simulate", "pay2local", "--port", "0", "--access-key", Settings.accessKey, "--public-key", Settings.publicKey,
        "--callback-url", "http://127.0.0.1:1/",
    ]

    @Test("takes every fault and every outcome, and ends with 0", arguments: [smsPay, pay2Local])
    func options(command: [String]) async throws {
        let faults = [
            "duplicate", "reorder", "delay", "drop", "wrong-signature", "wrong-amount", "contradict", "no-answer",
            "rate-limit", "server-error", "reset",
        ]
        try await Folder.with { folder in
            for outcome in ["approved", "rejected", "none"] {
                let simulator = try RunningProgram(
                    command + ["--outcome", outcome, "--after", "1"] + faults.flatMap { ["--fault", $0] },
                    in: folder
                )
                #expect(try await simulator.port() > 0)
                let ended = outcome == "none" ? try await simulator.interrupt() : try await simulator.terminate()
                #expect(ended.status == 0)
                #expect(ended.output.isEmpty)
                for secret in Settings.secrets { #expect(!ended.errors.contains(secret)) }
            }
        }
    }

    @Test("takes no other", arguments: [["--fault", "rain"], ["--outcome", "perhaps"], ["--after", "soon"]])
    func unknownOption(option: [String]) async throws {
        try await Folder.with { folder in
            for command in [Self.smsPay, Self.pay2Local] {
                let result = try await Program.run(command + option, in: folder)
                #expect(result.status == 64)
            }
        }
    }

    @Test("says which port is taken")
    func portTaken() async throws {
        try await Folder.with { folder in
            let first = try RunningProgram(Self.smsPay, in: folder)
            defer { first.kill() }
            let port = try await first.port()
            let command = Self.pay2Local.map { $0 == "0" ? String(port) : $0 } + ["--output", "json"]
            let second = try await Program.run(command, in: folder)
            #expect(second.status == 1)
            #expect(try second.error().text("message")?.hasPrefix("port: 127.0.0.1:\(port) ") == true)
        }
    }
}
