import Foundation
import ProviderSimulation

/// All intents of the simulated merchant, and the only place where their status changes.
actor SMSPayLedger {
    /// What an idempotency key stands for.
    private struct Claim {
        let fields: [String: RequestField]
        let intentID: String
    }

    private let configuration: SMSPaySimulatorConfiguration
    private let webhooks: SMSPayWebhooks
    private let identifiers: IdentifierSource
    private let timekeeper: Timekeeper
    private var intents: [String: SimulatedIntent] = [:]
    private var order: [String] = []
    private var claims: [String: Claim] = [:]
    private var usedTransactions: Set<String> = []

    init(
        configuration: SMSPaySimulatorConfiguration,
        webhooks: SMSPayWebhooks,
        identifiers: IdentifierSource,
        timekeeper: Timekeeper
    ) {
        self.configuration = configuration
        self.webhooks = webhooks
        self.identifiers = identifiers
        self.timekeeper = timekeeper
    }

    /// Every intent, oldest first.
    var all: [SimulatedIntent] { order.compactMap { intent($0) } }

    /// One intent, expired if its time has come.
    func intent(_ id: String) -> SimulatedIntent? {
        if let intent = intents[id], timekeeper.now >= intent.expiresAt { timeRanOut(id) }
        return intents[id]
    }

    /// Creates an intent, or finds the one that the idempotency key stands for.
    ///
    /// - Parameters:
    ///   - request: what was asked.
    ///   - baseURL: what the hosted page's URL begins with.
    /// - Returns: the intent, and whether it is new.
    /// - Throws: a 409 when the key was used with another body.
    func create(
        _ request: CreateIntentRequest,
        baseURL: String
    ) throws(SMSPayRefusal) -> (intent: SimulatedIntent, isNew: Bool) {
        if let key = request.idempotencyKey, let claim = claims[key], let known = intent(claim.intentID) {
            guard claim.fields == request.fields else { throw .keyReused }
            return (known, false)
        }
        let id = identifiers.uuid()
        let now = timekeeper.now
        let intent = SimulatedIntent(
            id: id,
            amount: request.amount,
            customerReference: request.customerReference ?? "SP" + identifiers.code(length: 9),
            merchantReference: request.merchantReference,
            receiver: configuration.receiver,
            checkoutURL: "\(baseURL)/v1/checkout/\(id)",
            createdAt: now,
            expiresAt: now.addingTimeInterval(request.timeToLive / .seconds(1)),
            returnURLs: request.returnURLs
        )
        intents[id] = intent
        order.append(id)
        if let key = request.idempotencyKey { claims[key] = Claim(fields: request.fields, intentID: id) }
        return (intent, true)
    }

    /// Runs the matcher on a wallet message.
    ///
    /// - Parameter message: what the wallet said.
    /// - Returns: what became of it.
    /// - Throws: a 404 for an unknown intent.
    func match(_ message: SMSEvent) throws(SMSPayRefusal) -> SMSMatch {
        guard let intent = intent(message.intentID) else { throw .notFound }
        guard !usedTransactions.contains(message.transactionID) else { return .duplicate }
        switch intent.status {
        case .pending: break
        case .expired: return .expired
        case .reviewRequired: return .reviewRequired
        case .paid, .rejected, .failed: return .failed
        }
        usedTransactions.insert(message.transactionID)
        intents[intent.id]?.transactionID = message.transactionID
        move(intent.id, to: message.amount == intent.amount ? .paid : .reviewRequired)
        return message.amount == intent.amount ? .matched : .reviewRequired
    }

    /// Decides an intent by hand, whatever it was, and tells the merchant where there is an event for it.
    ///
    /// - Parameters:
    ///   - id: the intent.
    ///   - status: what it becomes.
    /// - Throws: ``SettlementRefusal`` for an unknown intent or one that has that status already.
    func decide(_ id: String, as status: SimulatedIntentStatus) throws(SettlementRefusal) {
        guard let intent = intent(id) else { throw .unknownPayment(id) }
        guard intent.status != status else { throw .wrongStatus(id, is: status.rawValue) }
        move(id, to: status)
    }

    /// Expires an intent if it still waits.
    ///
    /// - Parameter id: the intent.
    func timeRanOut(_ id: String) {
        guard intents[id]?.status == .pending else { return }
        move(id, to: .expired)
    }

    /// Sends a webhook without changing anything.
    ///
    /// - Parameters:
    ///   - event: what it says.
    ///   - id: the intent that it is about.
    /// - Throws: ``SettlementRefusal`` for an unknown intent.
    func announce(_ event: SMSPayEvent, of id: String) throws(SettlementRefusal) {
        guard let intent = intent(id) else { throw .unknownPayment(id) }
        webhooks.announce(event, of: intent)
    }

    private func move(_ id: String, to status: SimulatedIntentStatus) {
        guard var intent = intents[id] else { return }
        intent.status = status
        intents[id] = intent
        if let event = status.event { webhooks.announce(event, of: intent) }
    }
}
