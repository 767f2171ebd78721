import Foundation
import PaymentIntents
import Testing

/// Payments that providers are asked to create.
enum Orders {
    /// A deposit of 500 taka, or as many paisa as are asked for.
    static func deposit(
        _ reference: String = "ORDER-10045",
        paisa: Int64 = 50_000,
        method: PaymentMethod? = nil,
        expiresIn: Duration? = nil,
        returnURLs: ReturnURLs = ReturnURLs()
    ) throws -> PaymentOrder {
        PaymentOrder(
            paymentID: id(),
            kind: .deposit,
            amount: try money(paisa),
            reference: reference,
            method: method,
            expiresIn: expiresIn,
            returnURLs: returnURLs
        )
    }

    /// A withdrawal of 100 taka.
    static func withdrawal(method: PaymentMethod? = nil) throws -> PaymentOrder {
        PaymentOrder(
            paymentID: id(),
            kind: .withdrawal,
            amount: try money(10_000),
            reference: "PAYOUT-1",
            method: method,
            payee: MSISDN("01645484848")
        )
    }

    /// Every place where a customer can be sent.
    static func returnURLs() throws -> ReturnURLs {
        func url(_ path: String) throws -> WebURL { try #require(WebURL("https://shop.example/\(path)")) }
        return ReturnURLs(
            success: try url("paid"),
            failure: try url("failed"),
            cancel: try url("cancelled"),
            expired: try url("expired")
        )
    }

    static func money(_ paisa: Int64) throws -> Money { try #require(Money(minorUnits: paisa, currency: .bdt)) }

    static func query(_ id: String) -> ProviderCall {
        .query(PaymentLookup(kind: nil, reference: nil, providerPaymentID: id))
    }

    private static func id() -> PaymentID {
        var generator = SystemRandomNumberGenerator()
        return PaymentID(at: StillClock.opening, using: &generator)
    }
}
