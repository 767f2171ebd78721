import Foundation
import HTTPTypes
@testable import PaymentContracts
import Pay2Local
import PaymentIntents
import SMSPay
import BuiltInContracts

enum RequestMutants {
    static let all = addresses + messages + amounts + contents + withdrawals + currencies

    private static let addresses: [Mutant] = [
        .pay2Local("knows no Rocket", caughtBy: RequestRules.writable) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .create(let order) = call, order.method == .rocket else {
                    return try base.request(for: call)
                }
                throw ProviderError(.unsupported, "method: not offered")
            }
        },
        .smsPay("talks without TLS", caughtBy: RequestRules.belowBase) { adapter in
            adapter.rewriteRequests { request, _ in request.url.replace("https://", with: "http://") }
        },
        .pay2Local("talks to the host that it knows from the documents", caughtBy: RequestRules.belowBase) { adapter in
            adapter.rewriteRequests { request, _ in
                request.url.replace("https://provider.example:8443/gateway/bd", with: "https://api.pay2local.com")
            }
        },
        .pay2Local("asks for a status with POST", caughtBy: RequestRules.method) { adapter in
            adapter.rewriteRequests { request, call in
                if call.operation == .query { request.method = .post }
            }
        },
        .smsPay("asks for all payments to find one", caughtBy: RequestRules.asksForThat) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .query(let lookup) = call, lookup.providerPaymentID != nil else {
                    return try base.request(for: call)
                }
                return try base.request(for: .list(page: 1))
            }
        },
        .smsPay("puts the payment's id raw into the path", caughtBy: RequestRules.oneSegment) { adapter in
            adapter.rewriteRequests { request, call in
                guard case .query(let lookup) = call, let id = lookup.providerPaymentID else { return }
                request.url.replace(ProviderRequest.percentEncoded(id), with: id)
            }
        },
        .pay2Local("encodes blanks in an id and nothing else", caughtBy: RequestRules.oneSegment) { adapter in
            adapter.rewriteRequests { request, call in
                guard case .query(let lookup) = call, let id = lookup.providerPaymentID else { return }
                request.url.replace(ProviderRequest.percentEncoded(id), with: id.replacing(" ", with: "%20"))
            }
        },
        .smsPay("leaves the path for a payment of the name ..", caughtBy: RequestRules.oneSegment) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .query(let lookup) = call, lookup.providerPaymentID == ".." else {
                    return try base.request(for: call)
                }
                var request = try base.request(for: .list(page: 1))
                request.url = request.url.prefix { $0 != "?" } + "/.."
                return request
            }
        },
        .smsPay("asks without a name", caughtBy: RequestRules.unnamed) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .query(let lookup) = call, lookup.providerPaymentID?.isEmpty != false else {
                    return try base.request(for: call)
                }
                return try base.request(for: .list(page: 1))
            }
        },
        .smsPay("asks for the first page again and again", caughtBy: RequestRules.pages) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .list(let page) = call, page > 1 else { return try base.request(for: call) }
                return try base.request(for: .list(page: 1))
            }
        },
        .smsPay("asks for the first page where there is none", caughtBy: RequestRules.pages) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .list(let page) = call else { return try base.request(for: call) }
                return try base.request(for: .list(page: max(1, page)))
            }
        },
    ]

    private static let messages: [Mutant] = [
        .smsPay("names no content type", caughtBy: RequestRules.json) { adapter in
            adapter.rewriteRequests { request, _ in request.headers[.contentType] = nil }
        },
        .pay2Local("names a content type where there is no content", caughtBy: RequestRules.json) { adapter in
            adapter.rewriteRequests { request, _ in request.headers[.contentType] = "application/json" }
        },
        .pay2Local("sends a form", caughtBy: RequestRules.json) { adapter in
            adapter.rewriteRequests { request, call in
                guard case .create(let order) = call else { return }
                request.body = Array("amount=\(order.amount.decimalText)".utf8)
            }
        },
        .smsPay("sends its key twice", caughtBy: RequestRules.headers) { adapter in
            adapter.rewriteRequests { request, _ in
                if let key = request.headers.first(where: { $0.name.canonicalName == "x-api-key" }) {
                    request.headers.append(key)
                }
            }
        },
        .smsPay("puts its key into the address", caughtBy: RequestRules.credential) { adapter in
            adapter.rewriteRequests { request, _ in
                guard let key = request.headers.first(where: { $0.name.canonicalName == "x-api-key" }) else { return }
                request.url += "?key=\(key.value)"
            }
        },
        .pay2Local("forgets its keys when it asks for the balance", caughtBy: RequestRules.credential) { adapter in
            adapter.rewriteRequests { request, call in
                if call == .balance { request.headers = [.accept: "application/json"] }
            }
        },
        sendsCallbackKey,
        .smsPay("numbers its requests at random", caughtBy: RequestRules.stable) { adapter in
            adapter.rewriteRequests { request, _ in request.headers[.userAgent] = "\(UInt64.random(in: 0...UInt64.max))"
            }
        },
        .smsPay("says the time in a header", caughtBy: RequestRules.stable) { adapter in
            adapter.rewriteRequests { request, _ in
                request.headers[.userAgent] = "\(Int64(Date().timeIntervalSince1970))"
            }
        },
        .pay2Local("writes references in lower case", caughtBy: RequestRules.distinct) { adapter in
            adapter.rewriteOrders { $0.reference = $0.reference.lowercased() }
        },
    ]

    private static let sendsCallbackKey = Mutant(
        description: "sends the webhook secret along",
        rule: RequestRules.noOtherSecret.id
    ) {
        let subject = try SMSPaySubject()
        return MutatedSubject(subject) { settings throws(ConfigurationError) in
            let key = try settings.secrets("webhookSecrets").first?.text
            guard let base = try subject.adapter(&settings) as? SMSPayAdapter else {
                throw ConfigurationError(key: "adapter", problem: "is another one")
            }
            var adapter = MutatedAdapter(base)
            adapter.rewriteRequests { request, _ in request.headers[.userAgent] = key }
            return adapter
        }
    }
}
