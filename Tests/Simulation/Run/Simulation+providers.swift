import Foundation
import Pay2LocalSimulator
import ProviderSimulation
import SMSPaySimulator

/// What customers, operators and machines do at the providers.
extension Simulation {
    /// Something happens to one payment at its provider.
    func actAtProvider() throws {
        let (wallets, agents) = (world.wallets.provider, world.agents.provider)
        let intents = try scheduler.run { await wallets.intents() }
        let requests = try scheduler.run { await agents.paymentRequests() }
        collectCallbacks()
        guard !intents.isEmpty || !requests.isEmpty else { return }
        let index = dice.number(0...(intents.count + requests.count - 1))
        if index < intents.count {
            try act(on: intents[index])
        } else {
            try act(on: requests[index - intents.count])
        }
    }

    private func act(on intent: SimulatedIntent) throws {
        let (provider, id) = (world.wallets.provider, intent.id)
        let isOpen = intent.status == .pending
        let choices: [(Int, String)] = [
            (isOpen ? 30 : 0, "pay"), (isOpen ? 4 : 0, "pay wrong"), (isOpen ? 4 : 0, "misreport"),
            (isOpen ? 4 : 0, "review"), (isOpen ? 6 : 0, "reject"), (isOpen ? 4 : 0, "fail"),
            (isOpen ? 6 : 0, "expire"),
            (intent.status == .expired || intent.status == .reviewRequired ? 8 : 1, "confirm"),
            (1, "contradict"), (3, "stale"),
        ]
        guard let choice = dice.one(weighing: choices) else { return }
        note("wallets: \(choice) \(alias(id))")
        if choice == "misreport" { provider.faults.arm(.wrongAmount, .once) }
        try? scheduler.run {
            switch choice {
            case "pay", "misreport": try await provider.pay(id)
            case "pay wrong": try await provider.pay(id, amount: intent.amount + 1)
            case "review": try await provider.review(id)
            case "reject": try await provider.reject(id)
            case "fail": try await provider.fail(id)
            case "expire": try await provider.expire(id)
            case "confirm": try await provider.confirm(id)
            case "contradict": try await provider.contradict(id)
            default: try await provider.announce(.expired, of: id)
            }
        }
        provider.faults.disarmAll()
        if ["pay", "misreport", "confirm", "contradict"].contains(choice) { truth.everSucceeded.insert(id) }
        if choice != "stale" { truth.changedAt[id] = now }
        let wasFinal = ![.pending, .expired, .reviewRequired].contains(intent.status)
        if choice == "contradict" || choice == "confirm" && wasFinal { truth.contradicted.insert(id) }
        collectCallbacks(isWrong: choice == "misreport")
    }

    private func act(on request: SimulatedRequest) throws {
        let (provider, id) = (world.agents.provider, request.requestID)
        let isOpen = request.status == .pending
        let choices: [(Int, String)] = [
            (isOpen ? 30 : 0, "approve"), (isOpen ? 4 : 0, "misreport"), (isOpen ? 10 : 0, "reject"),
            (1, "contradict"), (isOpen ? 0 : 3, "stale"),
        ]
        guard let choice = dice.one(weighing: choices) else { return }
        note("agents: \(choice) \(alias(id))")
        try? scheduler.run {
            switch choice {
            case "approve": try await provider.approve(id)
            case "misreport": try await provider.approve(id, reporting: Taka(paisa: request.amount.paisa + 100))
            case "reject": try await provider.reject(id)
            case "contradict": try await provider.contradict(id)
            default: try await provider.announce(request.status, of: id)
            }
        }
        if ["approve", "misreport", "contradict"].contains(choice) { truth.everSucceeded.insert(id) }
        if choice != "stale" { truth.changedAt[id] = now }
        if choice == "contradict" { truth.contradicted.insert(id) }
        collectCallbacks(isWrong: choice == "misreport")
    }
}
