import Foundation
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import Pay2LocalSimulator
import ProviderSimulation
import SMSPaySimulator

/// Everything around the engines in one run.
struct World {
    static let merchantURL = "https://shop.example/hooks/payments"
    static let notificationSecret = Array("simulation-of-notifications-0123456789".utf8)

    let time = VirtualTime()
    let scheduler = Scheduler()
    let network = Network()
    let callbackBox = CallbackBox()
    let touched = Mutexed<Set<PaymentID>>([])
    let results = Mutexed<[StepResult]>([])
    let wallets: Wallets
    let agents: Agents

    init(seed: UInt64) throws {
        wallets = try Wallets(time, seed: seed &+ 1, to: callbackBox)
        agents = try Agents(time, seed: seed &+ 2, to: callbackBox)
    }

    /// Lets everything go, so that nothing of one run is left in memory.
    func end() async {
        await wallets.provider.endInProcess()
        await agents.provider.endInProcess()
    }
}
