import BuiltInContracts
import Foundation
import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

enum SecretMutants {
    static let all: [Mutant] = printing + errors + configuration

    private static let printing: [Mutant] = [
        .smsPay("keeps its key as text", caughtBy: SecretRules.adapter) { adapter in
            adapter.remark = key(of: adapter.base)
        },
        .smsPay("keeps its key as bytes", caughtBy: SecretRules.adapter) { adapter in
            adapter.remark = Array(key(of: adapter.base).utf8)
        },
        .smsPay("keeps its key in hexadecimal digits", caughtBy: SecretRules.adapter) { adapter in
            adapter.remark = key(of: adapter.base).utf8.map { String($0, radix: 16, uppercase: true) }.joined()
        },
        .smsPay("keeps its key ready for basic authentication", caughtBy: SecretRules.adapter) { adapter in
            adapter.remark = Data("merchant:\(key(of: adapter.base))".utf8).base64EncodedString()
        },
        .pay2Local("encodes the customer's number into the address", caughtBy: SecretRules.requests) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                var request = try base.request(for: call)
                guard case .create(let order) = call, let payee = order.payee else { return request }
                request.url += "/" + Data(payee.digits.utf8).base64EncodedString()
                return request
            }
        },
        .smsPay("puts its key into the address", caughtBy: SecretRules.requests) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                var request = try base.request(for: call)
                request.url += "?apiKey=" + key(of: base)
                return request
            }
        },
        .pay2Local("puts the customer's number into the address", caughtBy: SecretRules.requests) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                var request = try base.request(for: call)
                if case .create(let order) = call, let payee = order.payee { request.url += "/" + payee.digits }
                return request
            }
        },
        .smsPay("acknowledges with its key", caughtBy: SecretRules.callbacks) { adapter in
            adapter.acknowledging = { base, _ in CallbackAcknowledgement(json: #"{"key":"\#(key(of: base))"}"#) }
        },
        .smsPay("stores its key beside the evidence", caughtBy: SecretRules.callbacks) { adapter in
            let key = key(of: adapter.base)
            adapter.rewriteEvidence { $0.rawStatus += " " + key }
        },
        .smsPay("keeps a wallet's number as text", caughtBy: SecretRules.phoneNumbers) { adapter in
            adapter.rewriteIntents { intent, _ in intent.rawMethod = intent.receiver?.digits }
        },
    ]

    private static let errors: [Mutant] = [
        .pay2Local("names the number that it does not pay", caughtBy: SecretRules.refusals) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                do throws(ProviderError) {
                    return try base.request(for: call)
                } catch {
                    var error = error
                    if case .create(let order) = call { error.message += " (to \(order.payee?.digits ?? "nobody"))" }
                    throw error
                }
            }
        },
        .smsPay("quotes the answer in its error", caughtBy: SecretRules.echoes) { adapter in
            adapter.rewriteErrors { error, response, _ in
                error.message += ": " + String(decoding: response.body, as: UTF8.self)
            }
        },
        .pay2Local("quotes Retry-After in its error", caughtBy: SecretRules.echoes) { adapter in
            adapter.rewriteErrors { error, response, _ in
                error.message += ": " + (response.headers[.retryAfter] ?? "")
            }
        },
        .smsPay("quotes the provider's message", caughtBy: SecretRules.echoes) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if let message = (try? MessageJSON(response.body))?[["message"]]?.text { error.message = message }
            }
        },
        .pay2Local("quotes an answer that it does not understand", caughtBy: SecretRules.echoes) { adapter in
            adapter.rewriteErrors { error, response, _ in
                if error.code == .unreadable { error.message += String(decoding: response.body, as: UTF8.self) }
            }
        },
        .smsPay("quotes the signature that it refuses", caughtBy: SecretRules.quotes) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                do throws(CallbackRefusal) {
                    try base.authenticate(callback, with: &verifier)
                } catch {
                    let signature = HTTPField.Name("X-Signature").flatMap { callback.headers[$0] }
                    throw CallbackRefusal(error.reason, check: signature ?? error.check)
                }
            }
        },
        .pay2Local("quotes the callback that it does not understand", caughtBy: SecretRules.quotes) { adapter in
            adapter.interpreting = { base, callback throws(CallbackProblem) in
                do throws(CallbackProblem) {
                    return try base.event(in: callback)
                } catch {
                    throw .notUnderstood(String(decoding: callback.callback.body, as: UTF8.self))
                }
            }
        },
    ]

    private static let configuration: [Mutant] = [
        Mutant("quotes a wrong key", caughtBy: SecretRules.configurationErrors, try SMSPaySubject()) {
            subject,
            settings throws(ConfigurationError) in
            do throws(ConfigurationError) {
                return try subject.adapter(&settings)
            } catch {
                let name = error.key.split(separator: ".").last.map(String.init) ?? ""
                let value = settings.list(name)?.joined(separator: ",") ?? ""
                throw ConfigurationError(key: error.key, problem: "\(error.problem): \(value)")
            }
        },
        Mutant("fills a short secret up", caughtBy: SecretRules.shortSecrets, try SMSPaySubject()) {
            subject,
            settings throws(ConfigurationError) in
            try settings.adapter(of: subject) { text in
                text + String(repeating: "0", count: text.utf8.count == 15 ? 1 : 0)
            }
        },
        Mutant("reads whatever key there is", caughtBy: SecretRules.unknownKeys, try Pay2LocalSubject()) {
            subject,
            settings throws(ConfigurationError) in
            let adapter = try subject.adapter(&settings)
            for key in settings.unknownKeys { _ = settings.list(key) }
            return adapter
        },
        Mutant("calls plain http with real money", caughtBy: SecretRules.plainHTTP, try Pay2LocalSubject()) {
            subject,
            settings throws(ConfigurationError) in
            try settings.adapter(of: subject, environment: .sandbox)
        },
        Mutant("takes the other environment's key", caughtBy: SecretRules.environmentsApart, try SMSPaySubject()) {
            subject,
            settings throws(ConfigurationError) in
            let (live, test) = ("sk_live_", "sk_test_")
            let (right, wrong) = settings.environment == .live ? (live, test) : (test, live)
            return try settings.adapter(of: subject) { text in
                text.hasPrefix(wrong) ? right + text.dropFirst(wrong.count) : text
            }
        },
    ]

    private static func key(of adapter: SMSPayAdapter) -> String {
        guard let name = HTTPField.Name("X-Api-Key") else { return "" }
        return (try? adapter.request(for: .list(page: 1)).headers[name]) ?? ""
    }
}
