import Foundation
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import Signatures

/// Payments that wait for their customers, turn about at each provider, and the callback that each will get.
struct Preparation {
    let count: Int

    /// Records the payments and writes the callbacks: a line each, of account, signature and body, tabs between.
    func write(store path: String, callbacks: String) async throws {
        let store = try SQLitePaymentStore(path: path, environment: .sandbox)
        let accounts = try Accounts()
        let key = try SigningKey(Accounts.secret.utf8)
        var random = SystemRandomNumberGenerator()
        var lines: [String] = []
        for number in 0..<count {
            let isSMSPay = number.isMultiple(of: 2)
            let account = isSMSPay ? accounts.wallets : accounts.agents
            let payment = try payment(number, account, isSMSPay: isSMSPay, &random)
            guard case .recorded = try await store.record(payment) else { throw Impossible() }
            let body = isSMSPay ? smsPayBody(payment) : pay2LocalBody(payment)
            let signature = try key.code(for: Array(body.utf8)).hexadecimal
            lines.append("\(account.name)\t\(isSMSPay ? "sha256=" : "")\(signature)\t\(body)\n")
        }
        await store.close()
        try Data(lines.joined().utf8).write(to: URL(filePath: callbacks))
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
