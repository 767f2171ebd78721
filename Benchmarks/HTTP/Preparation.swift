import Foundation
import PaymentGateway
import PaymentIntents
import Signatures

/// Payments that wait for their customers, turn about at each provider, and the callback that each will get.
struct Preparation {
    let count: Int

    /// How many are recorded at once. A database syncs to disk for all of them together.
    private static let group = 64

    /// Records the payments, the same in each store, and writes the callbacks: a line each, of account, signature and body,
    /// tabs between.
    func write(stores places: [String], callbacks: String) async throws {
        var stores: [any PaymentStore] = []
        for place in places { stores.append(try await openStore(place)) }
        let accounts = try Accounts()
        let key = try SigningKey(Accounts.secret.utf8)
        var random = SystemRandomNumberGenerator()
        var lines: [String] = []
        for start in stride(from: 0, to: count, by: Self.group) {
            let payments = try (start..<min(start + Self.group, count))
                .map { number in
                    let account = number.isMultiple(of: 2) ? accounts.wallets : accounts.agents
                    return try payment(number, account, isSMSPay: number.isMultiple(of: 2), &random)
                }
            for store in stores { try await record(payments, in: store) }
            for payment in payments {
                let isSMSPay = payment.account == accounts.wallets.name
                let body = isSMSPay ? smsPayBody(payment) : pay2LocalBody(payment)
                let signature = try key.code(for: Array(body.utf8)).hexadecimal
                lines.append("\(payment.account)\t\(isSMSPay ? "sha256=" : "")\(signature)\t\(body)\n")
            }
        }
        for store in stores { await store.close() }
        try Data(lines.joined().utf8).write(to: URL(filePath: callbacks))
    }

    private func record(_ payments: [Payment], in store: any PaymentStore) async throws {
        try await withThrowingTaskGroup { group in
            for payment in payments {
                group.addTask {
                    guard case .recorded = try await store.record(payment) else { throw Impossible() }
                }
            }
            try await group.waitForAll()
        }
    }

    private func payment(
        _ number: Int,
        _ account: ProviderAccount,
        isSMSPay: Bool,
        _ random: inout SystemRandomNumberGenerator
    ) throws -> Payment {
        let now = Date()
        guard let reference = MerchantReference("ORDER-\(10_000_000 + number)") else { throw Impossible() }
        var payment = Payment(
            id: PaymentID(at: now, using: &random),
            environment: .sandbox,
            request: PaymentRequest(amount: try Money(parsing: "500", currency: .bdt), reference: reference),
            account: account.name,
            adapter: account.adapterName,
            at: now,
            leasedUntil: now
        )
        payment.creation = .created
        payment.providerPaymentID = isSMSPay ? UUID().uuidString.lowercased() : nil
        _ = payment.lifecycle.absorb(.pending)
        return payment
    }

    /// SMS Pay API, ‘Webhooks’, on one line.
    private func smsPayBody(_ payment: Payment) -> String {
        #"{"event":"payment.paid","environment":"SANDBOX","timestamp":"2026-05-05T10:01:00.000Z","data":"#
            + #"{"payment_intent_id":"\#(payment.providerPaymentID ?? "")","amount":"500","currency":"BDT","#
            + #""customer_reference":"\#(payment.providerReference)"}}"#
    }

    /// Pay2Local API, Payment Callback, on one line.
    private func pay2LocalBody(_ payment: Payment) -> String {
        #"{"merchant_payment_id":"\#(payment.providerReference)","requested_amount":500,"currency":"BDT","#
            + #""request_type":"Deposit","bank_type":"Nagad","request_status":"Approved","#
            + #""transaction_id":"\#(UUID().uuidString.lowercased())","service_type":"p2p_agent","#
            + #""timestamp":"2024-05-21T15:50:32.024+06:00","#
            + #""signature":"ec2e2dfe942ddf3905b06b9e0d4bb502935b6b389432d37e51fc8316d683f0e1"}"#
    }
}
