import PaymentIntents
import Testing

/// Orders as a merchant makes them.
enum Order {
    static func make(
        _ kind: PaymentKind = .deposit,
        amount: String = "100",
        currency: String = "BDT",
        reference: String = "ORDER-1",
        method: PaymentMethod? = .nagad,
        payee: String? = nil,
        success: String? = nil
    ) throws -> PaymentOrder {
        let currency = try #require(Currency(code: currency))
        return PaymentOrder(
            paymentID: try #require(PaymentID("pay_" + String(repeating: "0", count: 36))),
            kind: kind,
            amount: try Money(parsing: amount, currency: currency),
            reference: reference,
            method: method,
            payee: try payee.map { try #require(MSISDN($0)) },
            returnURLs: ReturnURLs(success: try success.map { try #require(WebURL($0)) })
        )
    }
}
