import Pay2Local
import PaymentIntents

/// Receives callbacks with an account's adapter.
enum Receipts {
    static func receive(
        _ callback: Callback,
        _ settings: [String: SettingValue] = Account.rawBody
    ) throws -> CallbackReceipt {
        try Account.adapter(settings).receive(callback)
    }

    /// Why a callback is refused, or `nil` when it is not.
    static func refusal(
        of callback: Callback,
        _ settings: [String: SettingValue] = Account.rawBody
    ) throws -> CallbackRefusal? {
        let adapter = try Account.adapter(settings)
        do throws(CallbackRefusal) {
            _ = try adapter.receive(callback)
            return nil
        } catch {
            return error
        }
    }

    /// What a callback with its raw body signed says.
    static func evidence(in body: [UInt8]) throws -> Evidence {
        switch try receive(Signer.rawBody(body)) {
        case .event(.evidence(let evidence)): return evidence
        case let other: throw Unexpected(receipt: "\(other)")
        }
    }

    /// Why a callback with its raw body signed has no effect.
    static func problem(in body: [UInt8]) throws -> CallbackProblem {
        switch try receive(Signer.rawBody(body)) {
        case .problem(let problem): return problem
        case let other: throw Unexpected(receipt: "\(other)")
        }
    }

    struct Unexpected: Error {
        let receipt: String
    }
}
