import Foundation
import PaymentIntents

extension AdapterSubject {
    /// A payment that the provider can carry.
    ///
    /// - Parameters:
    ///   - kind: The direction; the provider's first when not given.
    ///   - units: Whole units of the currency.
    ///   - currency: The currency; the provider's first when not given.
    /// - Returns: The payment.
    /// - Throws: ``ContractViolation`` when the provider declares no direction or no currency.
    func samplePayment(
        _ kind: PaymentKind? = nil,
        units: Int64 = 500,
        in currency: Currency? = nil
    ) throws(ContractViolation) -> SamplePayment {
        guard let kind = kind ?? kinds.first,
            let currency = currency ?? currencies.first,
            let amount = try? Money(parsing: "\(units)", currency: currency),
            let payee = MSISDN("01711111111")
        else {
            throw ContractViolation(sent: "capabilities", came: "no direction or no currency", due: "one of each")
        }
        let order = PaymentOrder(
            paymentID: Self.samplePaymentID,
            kind: kind,
            amount: amount,
            reference: "ORDER-10045",
            payee: kind == .withdrawal ? payee : nil
        )
        return SamplePayment(order: order)
    }

    /// An order of so many whole units in each direction and each currency.
    func sampleOrders(units: Int64 = 500) throws(ContractViolation) -> [PaymentOrder] {
        var orders: [PaymentOrder] = []
        for kind in kinds {
            for currency in currencies { orders.append(try samplePayment(kind, units: units, in: currency).order) }
        }
        return orders
    }

    /// Always the same one, since equal calls must give equal bytes.
    private static var samplePaymentID: PaymentID {
        var generator = SamplePaymentGenerator()
        return PaymentID(at: Date(timeIntervalSince1970: 1_777_975_200), using: &generator)
    }

    /// A callback that the provider could have sent, and everything that belongs to it.
    ///
    /// - Parameters:
    ///   - claim: What it claims; success when the provider's callbacks can say that, which is what forgers want.
    ///   - payment: The payment; the sample one when not given.
    ///   - setup: The account.
    /// - Returns: The callback, signed with the account's first key.
    /// - Throws: ``ContractViolation`` when no callback says that.
    func genuineCallback(
        claiming claim: Claim = .succeeded,
        about payment: SamplePayment? = nil,
        setup: AdapterSetup? = nil
    ) throws -> Callback {
        let setup = try setup ?? AdapterSetup()
        guard let word = wire.callback.word(for: claim) else {
            throw ContractViolation(sent: "a callback for \(claim)", came: "no such word", due: "one of the documents")
        }
        let payment = try payment ?? samplePayment()
        let body = wire.callback.message(word, about: payment, in: setup.environment).bytes
        return try wire.signing.sign(body, with: setup.callbackKeys[0])
    }
}

/// Counts, so that a sample's id is the same in every run.
private struct SamplePaymentGenerator: RandomNumberGenerator {
    private var state: UInt64 = 0

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return state
    }
}
