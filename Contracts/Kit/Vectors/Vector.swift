import Foundation
import PaymentIntents

/// One example: what an adapter is given, and what must come of it. See `Contracts/Vectors/README.md`.
struct Vector: Sendable {
    /// The name, which never changes: `callback.paid.seed-sample`.
    let id: String

    /// The account that the adapter is made for.
    let account: VectorAccount

    /// What goes in.
    let given: VectorInput

    /// What must come out: one ``VectorOutcome`` and, for callbacks, what goes with it.
    let expected: MessageJSON
}

/// An account, as a configuration file would have it.
struct VectorAccount: Sendable {
    let environment: PaymentEnvironment
    let settings: [String: SettingValue]
}

/// What an adapter is given.
enum VectorInput: Sendable {
    /// A call to write the request for.
    case request(ProviderCall)
    /// A response to a call.
    case reply(VectorReply)
    /// A callback.
    case callback(VectorCallback)
}

/// A response to a call, and the time at which it came where that matters.
struct VectorReply: Sendable {
    let call: ProviderCall
    let response: ProviderResponse
    let now: Date?
}

/// A callback and, where it is compared with one, the payment that is stored here.
struct VectorCallback: Sendable {
    let callback: Callback
    let payment: VectorPayment?
}

/// A stored payment: what was asked for, and what was claimed of it before.
struct VectorPayment: Sendable {
    let terms: PaymentTerms
    let claims: ClaimSet
}

extension VectorInput {
    /// What the vector is about.
    var kind: VectorKind {
        switch self {
        case .request: .request
        case .reply: .reply
        case .callback: .callback
        }
    }
}

/// What can come of it, by the name of the member of `expect` that says so.
enum VectorOutcome: String, Sendable, CaseIterable {
    case request, intent, page, balance, error, evidence, challenge, hint, problem, refusal
}

extension Vector {
    /// What is expected to come of it.
    var outcome: VectorOutcome? { VectorOutcome.allCases.first { expected[[$0.rawValue]] != nil } }
}
