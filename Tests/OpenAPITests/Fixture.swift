import Foundation

/// A sample of the providers' documents, as it lies beside the adapters.
struct Fixture: Sendable, CustomStringConvertible {
    /// `SMSPay/Fixtures/intent.json`.
    let path: String

    /// The file and the schema in it that the sample has to fit: an answer or a body, such as `createIntent 201`.
    let file: String
    let place: String

    var description: String { path }

    /// The folder of the providers.
    static let folder = ContractFile.folder
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Providers")

    /// Every sample there is.
    static let all =
        [
            ("create-request", "createIntent body"), ("create-request-newer", "createIntent body"),
            ("endpoint-verification-answer", "endpointVerification 200"), ("error", "createIntent 400"),
            ("intent", "readIntent 200"), ("intent-newer", "createIntent 201"), ("list", "listIntents 200"),
            ("simulate-answer-newer", "simulateSMS 201"), ("simulate-request", "simulateSMS body"),
            ("simulate-request-newer", "simulateSMS body"), ("webhook-paid", "paymentPaid body"),
            ("webhook-endpoint-verification", "endpointVerification body"), ("webhook-expired", "paymentExpired body"),
            ("webhook-paid-newer", "paymentPaid body"), ("webhook-rejected", "paymentRejected body"),
            ("webhook-review-required", "paymentReviewRequired body"),
        ]
        .map { Fixture(path: "SMSPay/Fixtures/\($0.0).json", file: "smspay.yaml", place: $0.1) }
        + [
            ("balance-answer", "getBalance 200"), ("callback-acknowledgement", "paymentCallback 200"),
            ("callback-deposit-approved", "paymentCallback body"), ("create-deposit-answer", "createDeposit 200"),
            ("create-withdrawal-answer", "createWithdrawal 200"), ("error-not-authorized", "getBalance 401"),
            ("status-answer", "checkStatus 200"),
        ]
        .map { Fixture(path: "Pay2Local/Fixtures/\($0.0).json", file: "pay2local.yaml", place: $0.1) }
}
