import Foundation
import HTTPTypes
@testable import PaymentContracts
import Pay2Local
import PaymentIntents

extension RequestMutants {
    static let contents: [Mutant] = [
        .pay2Local("writes the currency in lower case", caughtBy: RequestRules.currency) { adapter in
            adapter.rewriteCreations { body, _ in body.setting(["currency"], to: .string("bdt")) }
        },
        .pay2Local("sends withdrawals as deposits", caughtBy: RequestRules.direction) { adapter in
            adapter.rewriteOrders { $0.kind = .deposit }
        },
        .smsPay("normalises references", caughtBy: RequestRules.reference) { adapter in
            adapter.rewriteOrders { $0.reference = $0.reference.precomposedStringWithCanonicalMapping }
        },
        .pay2Local("refuses an ordinary reference", caughtBy: RequestRules.reference) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                if case .create(let order) = call, order.reference == "ORDER-1" {
                    throw ProviderError(.invalid, "reference: is too short")
                }
                return try base.request(for: call)
            }
        },
        .pay2Local("reads references as numbers where it can", caughtBy: RequestRules.reference) { adapter in
            adapter.rewriteOrders { order in
                if let number = Int(order.reference) { order.reference = "\(number)" }
            }
        },
        .smsPay("repeats the reference in a header", caughtBy: RequestRules.controls) { adapter in
            adapter.rewriteRequests { request, call in
                if case .create(let order) = call { request.headers[.userAgent] = order.reference }
            }
        },
        .pay2Local("takes control characters out of references", caughtBy: RequestRules.controls) { adapter in
            adapter.rewriteOrders { order in
                order.reference.unicodeScalars.removeAll { $0.properties.generalCategory == .control }
            }
        },
        .smsPay("makes up a reference where there is none", caughtBy: RequestRules.blankReference) { adapter in
            adapter.rewriteOrders { order in
                if order.reference.isEmpty { order.reference = order.paymentID.rawValue }
            }
        },
        .pay2Local("names every wallet bKash", caughtBy: RequestRules.wallet) { adapter in
            adapter.rewriteOrders { order in
                if order.method != nil { order.method = .bkash }
            }
        },
        .pay2Local("takes the country code off the payee", caughtBy: RequestRules.payee) { adapter in
            adapter.rewriteOrders { order in
                if let digits = order.payee?.digits, digits.hasPrefix("88") {
                    order.payee = MSISDN(String(digits.dropFirst(2)))
                }
            }
        },
        .pay2Local("withdraws to the last customer when none is named", caughtBy: RequestRules.payeeMissing) {
            adapter in
            adapter.rewriteOrders { $0.payee = $0.payee ?? MSISDN("01711111111") }
        },
        .smsPay("sends the time to pay in minutes", caughtBy: RequestRules.timeToLive) { adapter in
            adapter.rewriteCreations { body, order in
                guard let seconds = order.expiresIn?.components.seconds else { return body }
                return body.setting(["ttlSeconds"], to: .number("\(seconds / 60)"))
            }
        },
        .smsPay("swaps the pages for success and failure", caughtBy: RequestRules.returnURLs) { adapter in
            adapter.rewriteOrders { order in
                (order.returnURLs.success, order.returnURLs.failure) =
                    (order.returnURLs.failure, order.returnURLs.success)
            }
        },
        .pay2Local("drops what stands behind # in a return address", caughtBy: RequestRules.returnURLs) { adapter in
            adapter.rewriteOrders { order in
                let url = order.returnURLs.success?.text.prefix { $0 != "#" }
                order.returnURLs.success = url.flatMap { WebURL(String($0)) }
            }
        },
        .pay2Local("writes null for a wallet that nobody chose", caughtBy: RequestRules.absent) { adapter in
            adapter.rewriteCreations { body, order in
                order.method == nil ? body.setting(["bank_type"], to: .null) : body
            }
        },
        .smsPay("sends a time to pay of its own", caughtBy: RequestRules.absent) { adapter in
            adapter.rewriteOrders { $0.expiresIn = $0.expiresIn ?? .seconds(300) }
        },
    ]
}
