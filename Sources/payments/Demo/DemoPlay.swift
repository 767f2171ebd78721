import Foundation
import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator

/// One scenario while it is being played: the gateway on one side, the provider and the customer on the other.
struct DemoPlay: Sendable {
    let stage: DemoStage
    let gateway: Gateway
    let request: PaymentRequest
    let narrator: DemoNarrator

    /// Asks the gateway to create the payment.
    func create() async throws -> Payment {
        narrator.act("the merchant asks for \(request.amount), \(request.kind.rawValue)")
        let payment = try await gateway.create(request)
        if case .redirect(let url) = payment.nextAction { narrator.act("the customer is sent to \(url)") }
        return payment
    }

    /// The provider's name for a payment.
    func providerID(of payment: Payment) throws -> String {
        guard let id = payment.providerPaymentID else { throw DemoFailure("the provider gave the payment no id") }
        return id
    }

    /// Waits until a payment has a status, as the merchant's page would.
    func wait(for status: PaymentStatus, of payment: Payment) async throws {
        try await wait("\(payment.id) to be \(status.rawValue)") {
            try await gateway.payment(payment.id).status == status
        }
    }

    /// Waits until so many callbacks about a payment have been answered.
    func waitForCallbacks(_ count: Int, of payment: Payment) async throws {
        try await wait("\(count) callbacks about \(payment.id)") {
            try await gateway.history(of: payment.id).filter { $0.source == .callback }.count >= count
        }
    }

    /// Looks again and again for up to a minute: a busy machine is no failure.
    func wait(_ what: String, until condition: () async throws -> Bool) async throws {
        for _ in 0..<6000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw DemoFailure("waited in vain for \(what)")
    }
}
