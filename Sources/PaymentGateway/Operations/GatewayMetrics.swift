import CoreMetrics
import PaymentIntents

/// Counts every decision, for whatever metrics backend the program has installed.
///
/// | label | dimensions | what |
/// | --- | --- | --- |
/// | `payments_callbacks` | `account`, `result` | callbacks that came in |
/// | `payments_callback_seconds` | `account` | from the first byte checked to the commit |
/// | `payments_creations` | `account`, `result` | creations that were sent: `created`, `refused`, `unknown`, `notAccepted` |
/// | `payments_repetitions` | `account`, `result` | requests under a key that is taken: `same`, `refused`, `inProgress`, `resumed`, `mismatch` |
/// | `payments_queries` | `account`, `result` | what was learnt by asking: `news`, `nothing`, `failed` |
/// | `payments_expiries` | `account` | payments whose time ran out by our own clock |
/// | `payments_resolutions` | `account`, `result` | what a person decided: `succeeded`, `rejected` |
/// | `payments_provider_calls` | `account`, `operation`, `result` | calls: `answered`, or the code of the error |
/// | `payments_provider_call_seconds` | `account`, `operation` | how long a call took |
/// | `payments_notifications` | `result` | tries to tell the merchant: `delivered`, `retry`, `dead`; `replayed` by a person |
///
/// An account that nobody configured has no counter, so strangers cannot make new ones.
struct GatewayMetrics: Sendable {
    private let factory: any MetricsFactory
    private let callbacks: [AccountName: [CallbackResult: Counter]]
    private let callbackTimes: [AccountName: Timer]

    init(_ factory: any MetricsFactory, accounts: some Sequence<AccountName>) {
        let accounts = Array(accounts)
        self.factory = factory
        callbacks = Dictionary(
            uniqueKeysWithValues: accounts.map { account in
                let counters = CallbackResult.allCases.map { result in
                    let dimensions = [("account", account.rawValue), ("result", result.rawValue)]
                    return (result, Counter(label: "payments_callbacks", dimensions: dimensions, factory: factory))
                }
                return (account, Dictionary(uniqueKeysWithValues: counters))
            }
        )
        callbackTimes = Dictionary(
            uniqueKeysWithValues: accounts.map { account in
                let dimensions = [("account", account.rawValue)]
                return (account, Timer(label: "payments_callback_seconds", dimensions: dimensions, factory: factory))
            }
        )
    }

    func count(_ result: CallbackResult, from account: AccountName, took duration: Duration) {
        callbacks[account]?[result]?.increment()
        callbackTimes[account]?.recordNanoseconds(duration.nanoseconds)
    }

    func countCreation(_ result: String, at account: AccountName) {
        count("payments_creations", [("account", account.rawValue), ("result", result)])
    }

    func countRepetition(_ result: String, at account: AccountName) {
        count("payments_repetitions", [("account", account.rawValue), ("result", result)])
    }

    func countQuery(_ result: String, at account: AccountName) {
        count("payments_queries", [("account", account.rawValue), ("result", result)])
    }

    func countExpiry(at account: AccountName) {
        count("payments_expiries", [("account", account.rawValue)])
    }

    func count(_ resolution: Resolution, at account: AccountName) {
        count("payments_resolutions", [("account", account.rawValue), ("result", resolution.rawValue)])
    }

    func countReplayedNotification() {
        count("payments_notifications", [("result", "replayed")])
    }

    func count(_ operation: Capabilities.Operation, at account: AccountName, error: ProviderError?, took: Duration) {
        let call = [("account", account.rawValue), ("operation", operation.rawValue)]
        count("payments_provider_calls", call + [("result", error?.code.rawValue ?? "answered")])
        Timer(label: "payments_provider_call_seconds", dimensions: call, factory: factory)
            .recordNanoseconds(took.nanoseconds)
    }

    func count(_ outcome: NotificationResult.Outcome) {
        let result =
            switch outcome {
            case .delivered: "delivered"
            case .retry: "retry"
            case .dead: "dead"
            }
        count("payments_notifications", [("result", result)])
    }

    private func count(_ label: String, _ dimensions: [(String, String)]) {
        Counter(label: label, dimensions: dimensions, factory: factory).increment()
    }
}

extension Duration {
    /// Whole nanoseconds, as far as they fit.
    fileprivate var nanoseconds: Int64 {
        let (seconds, overflows) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflows ? .max : seconds &+ components.attoseconds / 1_000_000_000
    }
}
