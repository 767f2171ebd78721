import HTTPTypes
import PaymentIntents

/// What an adapter made of a call.
enum RequestOutcome: Hashable {
    case written(ProviderRequest)
    case refused(ProviderError)

    init(of call: ProviderCall, at adapter: any ProviderAdapter) {
        do throws(ProviderError) {
            self = .written(try adapter.request(for: call))
        } catch {
            self = .refused(error)
        }
    }

    var refusal: ProviderError? {
        guard case .refused(let error) = self else { return nil }
        return error
    }

    /// The request.
    ///
    /// - Throws: ``ContractViolation`` when there is none.
    func request(sent: String) throws(ContractViolation) -> ProviderRequest {
        guard case .written(let request) = self else {
            throw ContractViolation(sent: sent, came: description, due: "a request")
        }
        return request
    }
}

extension RequestOutcome: CustomStringConvertible {
    var description: String {
        switch self {
        case .written(let request): request.quoted
        case .refused(let error): "refused: \(error)"
        }
    }
}

extension ProviderRequest {
    /// Method, address and the beginning of the body, as a violation quotes them.
    var quoted: String { "\(method.rawValue) \(url) \(String(decoding: body.prefix(400), as: UTF8.self))" }
}

extension ProviderAdapter {
    /// The request for a call that has to be possible.
    ///
    /// - Throws: ``ContractViolation`` when the adapter refuses to write it.
    func written(_ call: ProviderCall) throws(ContractViolation) -> ProviderRequest {
        do throws(ProviderError) {
            return try request(for: call)
        } catch {
            throw ContractViolation(sent: "\(call.quoted)", came: "\(error)", due: "a request")
        }
    }
}

extension ProviderCall {
    /// The call, as a violation quotes it.
    var quoted: String {
        switch self {
        case .create(let order):
            "create a \(order.kind.rawValue) of \(order.amount) for \(order.reference.debugDescription)"
        case .query(let lookup):
            "query \(lookup.providerPaymentID?.debugDescription ?? "no id"), "
                + "reference \(lookup.reference?.debugDescription ?? "none")"
        case .list(let page): "list page \(page)"
        case .balance: "balance"
        }
    }
}
