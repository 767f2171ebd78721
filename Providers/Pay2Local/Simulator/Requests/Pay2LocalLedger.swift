import Foundation
import ProviderSimulation

/// All requests of the simulated merchant, and the only place where their status changes.
actor Pay2LocalLedger {
    private let openingBalance: Taka
    private let callbacks: Pay2LocalCallbacks
    private let identifiers: IdentifierSource
    private let timekeeper: Timekeeper
    private var requests: [String: SimulatedRequest] = [:]
    private var order: [String] = []

    init(
        openingBalance: Taka,
        callbacks: Pay2LocalCallbacks,
        identifiers: IdentifierSource,
        timekeeper: Timekeeper
    ) {
        self.openingBalance = openingBalance
        self.callbacks = callbacks
        self.identifiers = identifiers
        self.timekeeper = timekeeper
    }

    /// Every request, oldest first.
    var all: [SimulatedRequest] { order.compactMap { requests[$0] } }

    /// One request.
    func request(_ id: String) -> SimulatedRequest? { requests[id] }

    /// Creates a request; the merchant's id need not be new, as no document says that it must.
    ///
    /// - Parameter asked: what was asked.
    /// - Returns: the new request.
    func create(_ asked: CreateRequest) -> SimulatedRequest {
        let request = SimulatedRequest(
            requestID: identifiers.uuid(),
            kind: asked.kind,
            amount: asked.amount,
            merchantPaymentID: asked.merchantPaymentID,
            serviceType: asked.serviceType,
            isAllInOne: asked.wallet == nil,
            customer: asked.customer,
            returnURL: asked.returnURL,
            createdAt: timekeeper.now,
            wallet: asked.wallet
        )
        requests[request.requestID] = request
        order.append(request.requestID)
        return request
    }

    /// Decides a request, whatever it was, and tells the merchant.
    ///
    /// - Parameters:
    ///   - id: the request.
    ///   - status: what it becomes.
    ///   - wallet: the customer's choice, where there was one.
    ///   - amount: what the callback calls the requested amount; the true one when not given.
    ///   - onlyPending: whether a request that is decided already is refused.
    /// - Throws: ``SettlementRefusal`` for an unknown request, or one whose status does not allow it.
    func decide(
        _ id: String,
        as status: SimulatedRequestStatus,
        wallet: Wallet? = nil,
        reporting amount: Taka? = nil,
        onlyPending: Bool = false
    ) throws(SettlementRefusal) {
        guard var request = requests[id] else { throw .unknownPayment(id) }
        guard request.status != status, !onlyPending || request.status == .pending else {
            throw .wrongStatus(id, is: request.status.rawValue)
        }
        request.status = status
        request.wallet = request.wallet ?? wallet ?? .bKash
        request.transactionID = status == .approved ? identifiers.uuid() : nil
        requests[id] = request
        callbacks.announce(request, reporting: amount)
    }

    /// Sends a callback without changing anything.
    ///
    /// - Parameters:
    ///   - status: what it says.
    ///   - id: the request that it is about.
    /// - Throws: ``SettlementRefusal`` for an unknown request.
    func announce(_ status: SimulatedRequestStatus, of id: String) throws(SettlementRefusal) {
        guard var request = requests[id] else { throw .unknownPayment(id) }
        request.status = status
        request.transactionID = status == .approved ? request.transactionID ?? identifiers.uuid() : nil
        callbacks.announce(request)
    }

    /// What the merchant has, and what withdrawals still bind.
    var balance: (settled: Taka, unsettledWithdrawals: Taka) {
        var settled = openingBalance.paisa
        var unsettled: Int64 = 0
        for request in requests.values {
            switch (request.kind, request.status) {
            case (.deposit, .approved): settled = settled.addingReportingOverflow(request.amount.paisa).partialValue
            case (.withdrawal, .approved):
                settled = settled.subtractingReportingOverflow(request.amount.paisa).partialValue
            case (.withdrawal, .pending):
                unsettled = unsettled.addingReportingOverflow(request.amount.paisa).partialValue
            case (.deposit, .pending), (_, .rejected): break
            }
        }
        return (Taka(paisa: settled), Taka(paisa: unsettled))
    }
}
