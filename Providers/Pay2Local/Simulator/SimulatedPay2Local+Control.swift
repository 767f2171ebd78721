import Foundation
public import ProviderSimulation

extension SimulatedPay2Local {
    /// Every deposit and withdrawal, oldest first.
    ///
    /// - Returns: the requests in their present state.
    public func paymentRequests() async -> [SimulatedRequest] {
        await ledger.all
    }

    /// One deposit or withdrawal.
    ///
    /// - Parameter id: its `request_id`.
    /// - Returns: the request in its present state, if there is one.
    public func paymentRequest(_ id: String) async -> SimulatedRequest? {
        await ledger.request(id)
    }

    /// How many deposits and withdrawals were created.
    ///
    /// - Returns: the number; every creation counts, also one with a repeated `merchant_payment_id`.
    public func createdCount() async -> Int {
        await ledger.all.count
    }

    /// How many callbacks were put on their way, retries aside; one that ``Fault/reorder`` holds back is not.
    public var dueCallbackCount: Int { dispatcher.dueCount }

    /// The customer has paid, or was paid: `Approved`.
    ///
    /// - Parameters:
    ///   - id: the `request_id`.
    ///   - wallet: the customer's choice for an all-in-one request; bKash when not given.
    /// - Throws: ``SettlementRefusal`` for an unknown request or one that is approved.
    public func approve(_ id: String, wallet: Wallet? = nil) async throws {
        try await ledger.decide(id, as: .approved, wallet: wallet)
    }

    /// `Approved`, but the callback names another amount than was asked.
    ///
    /// - Parameters:
    ///   - id: the `request_id`.
    ///   - amount: what the callback says.
    /// - Throws: ``SettlementRefusal`` for an unknown request or one that is approved.
    public func approve(_ id: String, reporting amount: Taka) async throws {
        try await ledger.decide(id, as: .approved, reporting: amount)
    }

    /// The payment is refused: `Rejected`.
    ///
    /// - Parameter id: the `request_id`.
    /// - Throws: ``SettlementRefusal`` for an unknown request or one that is rejected.
    public func reject(_ id: String) async throws {
        try await ledger.decide(id, as: .rejected)
    }

    /// The provider contradicts itself: the request is approved if it was not, and then rejected.
    ///
    /// - Parameter id: the `request_id`.
    /// - Throws: ``SettlementRefusal`` for an unknown request or one that is rejected.
    public func contradict(_ id: String) async throws {
        if await ledger.request(id)?.status != .approved { try await ledger.decide(id, as: .approved) }
        try await ledger.decide(id, as: .rejected)
    }

    /// Sends a callback without changing the request.
    ///
    /// - Parameters:
    ///   - status: what it says.
    ///   - id: the `request_id`.
    /// - Throws: ``SettlementRefusal`` for an unknown request.
    public func announce(_ status: SimulatedRequestStatus, of id: String) async throws {
        try await ledger.announce(status, of: id)
    }

    /// Starts what happens to a new request by itself.
    ///
    /// - Parameter request: the new request.
    func schedule(_ request: SimulatedRequest) {
        let settlement = configuration.settlement
        let status: SimulatedRequestStatus
        switch settlement.outcome {
        case .approved: status = .approved
        case .rejected: status = .rejected
        case .none: return
        }
        let (ledger, timekeeper) = (ledger, timekeeper)
        let due = request.createdAt.addingTimeInterval(settlement.delay / .seconds(1))
        work.add {
            guard (try? await timekeeper.sleep(until: due)) != nil else { return }
            try? await ledger.decide(request.requestID, as: status, onlyPending: true)
        }
    }
}
