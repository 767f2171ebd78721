import Foundation
import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import SMSPaySimulator

/// Whether the providers and the store say the same, once everything is calm.
extension Simulation {
    /// A payment as its provider has it.
    struct Held {
        let account: String
        let name: String
        let kind: PaymentKind
        let reference: String
        let amount: Int64
        /// What its status claims; `nil` while it waits.
        let claim: Claim?
    }

    /// Everything that providers hold.
    func heldByProviders() throws -> [Held] {
        let (wallets, agents) = (world.wallets.provider, world.agents.provider)
        let intents = try scheduler.run { await wallets.intents() }
        let requests = try scheduler.run { await agents.paymentRequests() }
        return intents.map { intent in
            let claim: Claim? =
                switch intent.status {
                case .pending: nil
                case .paid: .succeeded
                case .expired: .expired
                case .rejected: .rejected
                case .failed: .failed
                case .reviewRequired: .review
                }
            return Held(
                account: "wallets",
                name: intent.id,
                kind: .deposit,
                reference: intent.customerReference,
                amount: intent.amount * 100,
                claim: claim
            )
        }
            + requests.map { request in
                Held(
                    account: "agents",
                    name: request.requestID,
                    kind: request.kind == .deposit ? .deposit : .withdrawal,
                    reference: request.merchantPaymentID,
                    amount: request.amount.paisa,
                    claim: request.status == .approved ? .succeeded : request.status == .rejected ? .rejected : nil
                )
            }
    }

    /// What providers call a payment. Pay2Local's callbacks do not say it, so there it goes by the reference.
    func providerNames(of payment: Payment) throws -> Set<String> {
        Set(
            try heldByProviders()
                .filter { held in
                    held.name == payment.providerPaymentID
                        || held.kind == payment.kind && held.reference == payment.providerReference
                }
                .map(\.name)
        )
    }

    /// Each payment exists at most once, and is here what it is there.
    func checkAgreement() throws {
        let payments = watch.payments.values.map(\.payment)
        var seen: Set<PaymentID> = []
        counts.excused = [:]
        for held in try heldByProviders() {
            let match = payments.first { $0.providerReference == held.reference && $0.kind == held.kind }
            guard let payment = match else {
                throw Violation(
                    of: .providersAgree,
                    "\(held.account) holds \(held.reference), and nobody here knows it"
                )
            }
            guard seen.insert(payment.id).inserted else {
                throw Violation(of: .nothingTwice, "\(alias(payment.id)) exists twice at providers")
            }
            guard payment.amount.minorUnits == held.amount else {
                throw Violation(
                    of: .providersAgree,
                    "\(alias(payment.id)): another amount was ordered than was asked for"
                )
            }
            guard payment.creation != .refused else {
                throw Violation(
                    of: .providersAgree,
                    "\(alias(payment.id)) counts as refused, and \(held.account) holds it"
                )
            }
            try checkStatus(payment, held)
        }
    }

    private func checkStatus(_ payment: Payment, _ held: Held) throws {
        guard let claim = held.claim, !payment.lifecycle.claims.contains(ClaimSet(claim)) else { return }
        if let excuse = excuse(payment, held) {
            counts.excused[excuse, default: 0] += 1
            return note(
                "\(alias(payment.id)) is \(payment.status), and at \(held.account) \(claim): \(excuse.rawValue)"
            )
        }
        throw Violation(
            of: .providersAgree,
            "\(alias(payment.id)) is \(payment.status), and at \(held.account) \(claim)"
        )
    }

    /// Why nobody can know what the provider has, if so.
    private func excuse(_ payment: Payment, _ held: Held) -> Excuse? {
        if truth.resolved.contains(payment.id) { return .decided }
        guard truth.lostCallbacks.contains(held.name) || held.account == "agents" && setting.trust != .signed else {
            return nil
        }
        if held.account == "agents", payment.providerPaymentID == nil { return .nameless }
        if truth.contradicted.contains(held.name) { return .contradicted }
        guard let changedAt = truth.changedAt[held.name] else { return nil }
        let end = max(payment.expiresAt ?? payment.recordedAt, payment.recordedAt)
        return changedAt.timeIntervalSince(end) > (payment.expiresAt == nil ? 60 : 5) * 3600 ? .late : nil
    }
}
