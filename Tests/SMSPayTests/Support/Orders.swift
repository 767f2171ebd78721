import PaymentIntents
import Testing

/// Orders and calls of the documents' examples.
enum Orders {
    static func paymentID() throws -> PaymentID {
        try #require(PaymentID("pay_01jz0c0de0abcdefghjkmnpqrstvwxyz0123"))
    }

    static func order(
        amount: String = "500",
        currency: Currency = .bdt,
        kind: PaymentKind = .deposit,
        reference: String = "ORDER-10045"
    ) throws -> PaymentOrder {
        PaymentOrder(
            paymentID: try paymentID(),
            kind: kind,
            amount: try Money(parsing: amount, currency: currency),
            reference: reference
        )
    }

    /// The order behind `create-request.json`.
    static func fullOrder(amount: String = "500") throws -> PaymentOrder {
        var order = try order(amount: amount)
        order.expiresIn = .seconds(300)
        order.returnURLs = ReturnURLs(
            success: WebURL("https://shop.example/paid"),
            failure: WebURL("https://shop.example/failed"),
            cancel: WebURL("https://shop.example/cancelled"),
            expired: WebURL("https://shop.example/expired")
        )
        return order
    }

    static func query(_ id: String? = "b5012f33-207e-4999-bf8d-5a1ebb10988e") -> ProviderCall {
        .query(PaymentLookup(kind: .deposit, reference: "ORDER-10045", providerPaymentID: id))
    }

    /// The terms that the documents' webhooks fulfil.
    static func terms(
        amount: String = "500",
        id: String = "b5012f33-207e-4999-bf8d-5a1ebb10988e"
    ) throws -> PaymentTerms {
        PaymentTerms(
            kind: .deposit,
            amount: try Money(parsing: amount, currency: .bdt),
            providerReference: "ORDER-10045",
            providerPaymentID: id
        )
    }
}
