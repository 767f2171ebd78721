import Foundation
import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator

/// Plays the whole demo, one scenario after the other.
struct DemoRun: Sendable {
    let stage: DemoStage
    let narrator: DemoNarrator

    func play() async throws -> [DemoResult] {
        try await introduce()
        var results = try await run(depositRoute: ["wallets", "agents"], [Self.anyProvider])
        results += try await run(
            depositRoute: ["agents", "wallets"],
            [Self.anyProvider] + DemoScenarios.smsPay + DemoScenarios.pay2Local
        )
        return results + [try await crash()]
    }

    /// The merchant's program is a process of its own here.
    private func crash() async throws -> DemoResult {
        if stage.database != nil { return try await crashOfOne() }
        narrator.chapter("The merchant's program is killed with kill -9, and started again")
        let path = try await stage.writeConfiguration(depositRoute: ["wallets", "agents"])
        return try await DemoShop.program(path)
            .withGateway { gateway in
                await play(DemoCrash.scenario(configuration: path), with: gateway)
            }
    }

    /// The merchant's program are two processes here.
    private func crashOfOne() async throws -> DemoResult {
        narrator.chapter("One of the two instances is killed with kill -9, and the other one goes on")
        let doomed = ["demo-serve", "--tells-nobody"]
        let instances = try await DemoInstances(stage, depositRoute: ["wallets", "agents"], first: doomed)
        let results = DemoResults()
        try await instances.withGateway { gateway in
            await results.append(await play(DemoCrash.ofOne(instances.first), with: gateway))
        }
        guard let result = await results.all.first else { throw DemoFailure("nothing was played") }
        return result
    }

    /// The same merchant program, whichever provider the configuration names first.
    private static let anyProvider = DemoScenario("The merchant's program, unchanged", ends: .succeeded) { play in
        let payment = try await play.create()
        let id = try play.providerID(of: payment)
        play.narrator.act("\(DemoNarrator.providerName(payment.adapter)) has it; the customer pays there")
        if payment.adapter == "smspay" {
            try await play.stage.smsPay.pay(id)
        } else {
            try await play.stage.pay2Local.approve(id)
        }
        try await play.wait(for: .succeeded, of: payment)
    }

    private func introduce() async throws {
        let store = stage.database == nil ? "a real SQLite file" : "two instances on one PostgreSQL database"
        narrator.say("One payment model, two simulated providers, real HTTP on loopback, \(store).")
        narrator.say("")
        narrator.say("   SMS Pay        \(try await stage.smsPay.baseURL())")
        narrator.say("   Pay2Local      \(try await stage.pay2Local.baseURL())")
        narrator.say("   our callbacks  http://127.0.0.1:\(stage.callbackPort)/callbacks/{wallets,agents}")
        narrator.say("   the merchant   \(try await stage.merchant.url())")
        narrator.say("   everything in  \(stage.folder.path)")
    }

    private func run(depositRoute: [String], _ scenarios: [DemoScenario]) async throws -> [DemoResult] {
        narrator.chapter("The merchant's program starts with routes.deposit: [\(depositRoute.joined(separator: ", "))]")
        let results = DemoResults()
        let body: @Sendable (Gateway) async throws -> Void = { gateway in
            for scenario in scenarios { await results.append(await play(scenario, with: gateway)) }
        }
        if stage.database != nil {
            try await DemoInstances(stage, depositRoute: depositRoute).withGateway(body)
        } else {
            try await DemoShop.open(try await stage.writeConfiguration(depositRoute: depositRoute), body)
        }
        return await results.all
    }

    private func play(_ scenario: DemoScenario, with gateway: Gateway) async -> DemoResult {
        narrator.scenario(scenario.title)
        var problem: String?
        var payment: Payment?
        do {
            let request = try request(for: scenario)
            let play = DemoPlay(stage: stage, gateway: gateway, request: request, narrator: narrator)
            do {
                try await scenario.play(play)
            } catch {
                problem = "\(error)"
            }
            payment = try await gateway.payments(matching: PaymentFilter(reference: request.reference.rawValue)).first
            if let id = payment?.id {
                if problem == nil {
                    try await play.wait("\(id) to end") { try await gateway.payment(id).status == scenario.expected }
                    try await play.wait("the merchant to be told") {
                        stage.told(about: id).last == Self.lastNews(of: scenario.expected)
                    }
                }
                let ended = try await gateway.payment(id)
                payment = ended
                narrator.timeline(of: ended, try await gateway.history(of: id), told: stage.told(about: id))
            }
        } catch {
            problem = problem ?? "\(error)"
        }
        let told = payment.map { stage.told(about: $0.id) } ?? []
        return DemoResult(scenario, payment, told: told, problem: problem)
    }

    private func request(for scenario: DemoScenario) throws -> PaymentRequest {
        // What the merchant has been told so far grows with each payment, so no number comes twice.
        let reference = "ORDER-\(10_001 + stage.merchant.received.entries.count)"
        guard let reference = MerchantReference(reference) else { throw DemoFailure("not a reference") }
        return PaymentRequest(
            kind: scenario.kind,
            amount: try Money(parsing: "500", currency: .bdt),
            reference: reference,
            method: scenario.kind == .withdrawal ? .bkash : nil,
            payee: scenario.kind == .withdrawal ? MSISDN("01711111111") : nil,
            account: scenario.account.flatMap(AccountName.init(_:))
        )
    }

    private static func lastNews(of status: PaymentStatus) -> String {
        status == .requiresReview ? "requires_review" : status.rawValue
    }
}

/// Gathers results across tasks.
private actor DemoResults {
    private(set) var all: [DemoResult] = []

    func append(_ result: DemoResult) {
        all.append(result)
    }
}
