import HTTPTypes
import PaymentContracts
import PaymentIntents

/// PoishaPay in memory: it answers requests and signs callbacks as the document says, and misbehaves when it is told to.
actor SimulatedPoishaPay: FarEnd {
    nonisolated let baseURL = "https://simulated.poishapay.example"
    nonisolated let claims: Set<Claim> = [.succeeded, .rejected, .cancelled, .expired, .failed, .review]

    let authorization: String
    let mode: String
    private let callbackKey: String

    /// In their order, as they were created.
    var payments: [SimulatedPayment] = []

    /// The body and the payment of every idempotency key.
    var keys: [String: (body: [UInt8], payment: Int)] = [:]

    /// Seconds since 1970.
    private(set) var now: Int64 = 1_777_975_260

    private var faults: Set<FarEndFault> = []
    private var sent: [Callback] = []
    private var held: [Callback] = []

    init(_ setup: AdapterSetup) {
        authorization = "Bearer " + PoishaPaySubject.apiKey(setup)
        mode = setup.environment == .live ? "live" : "test"
        callbackKey = setup.callbackKeys.first ?? ""
    }

    func arm(_ fault: FarEndFault) {
        faults.insert(fault)
    }

    func answer(_ request: ProviderRequest) throws -> ProviderResponse {
        if faults.remove(.rateLimit) != nil {
            var response = Self.error(429, "slow_down")
            response.headers[.retryAfter] = "7"
            return response
        }
        if faults.remove(.serverError) != nil { return ProviderResponse(status: 500) }
        let response = respond(to: request)
        if request.method == .post, faults.remove(.silence) != nil { throw FarEndSilence() }
        return response
    }

    func settle(_ providerPaymentID: String, as claim: Claim) throws {
        guard let index = payments.firstIndex(where: { $0.id == providerPaymentID }),
            let status = Self.words[claim], payments[index].status != status
        else { throw UnsettledPayment() }
        try change(index, to: status)
        if claim == .succeeded, faults.contains(.contradict) {
            var contradicting = payments[index]
            contradicting.status = "declined"
            try send(contradicting)
        }
    }

    func callbacks() -> [Callback] { sent }

    func advance(by duration: Duration) throws {
        now += duration.components.seconds
        for index in payments.indices where payments[index].status == "waiting" && payments[index].expiresAt <= now {
            try change(index, to: "lapsed")
        }
    }

    func paymentCount() -> Int { payments.count }

    private func change(_ index: Int, to status: String) throws {
        payments[index].status = status
        try send(payments[index])
    }

    private func send(_ payment: SimulatedPayment) throws {
        let amount = payment.amount + (faults.contains(.wrongAmount) ? 100 : 0)
        let key = faults.contains(.wrongSignature) ? "not-the-key-of-anybody" : callbackKey
        let callback = try PoishaPayWire.signed(payment.notice(at: now, amount: amount), key, at: now)
        let copies = faults.contains(.duplicate) ? [callback, callback] : [callback]
        if faults.contains(.reorder), held.isEmpty {
            held = copies
        } else {
            sent += copies + held
            held = []
        }
    }

    private static let words: [Claim: String] = [
        .succeeded: "paid", .rejected: "declined", .cancelled: "cancelled", .expired: "lapsed", .failed: "broken",
        .review: "held",
    ]
}

/// There is no such payment, or it is that already.
struct UnsettledPayment: Error {}
