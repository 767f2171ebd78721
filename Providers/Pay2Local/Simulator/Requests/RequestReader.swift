import Foundation
import ProviderSimulation

/// Reads the members of a creation; messages for withdrawals end in ` !`, as the documents have it.
struct RequestReader {
    let kind: SimulatedRequestKind
    let fields: [String: RequestField]

    /// `amount`, as text or as a number.
    func amount() throws(Pay2LocalRefusal) -> Taka {
        let text: String
        switch fields["amount"] {
        case .text(let written): text = written
        case .number(let number): text = number.description
        case nil, .null:
            throw kind == .deposit ? .invalidAmount : .invalid("amount is required !")
        case .other: throw .invalidAmount
        }
        guard let amount = Taka(text), amount.paisa > 0 else { throw .invalidAmount }
        return amount
    }

    /// A text that must be there.
    func text(_ name: String) throws(Pay2LocalRefusal) -> String {
        guard case .text(let text) = fields[name], !text.isEmpty else { throw missing(name) }
        return text
    }

    /// `redirect_url`, an absolute http or https URL.
    func returnURL() throws(Pay2LocalRefusal) -> MerchantURL {
        guard let url = MerchantURL(try text("redirect_url")) else { throw missing("redirect_url") }
        return url
    }

    /// `currency`, which must be `BDT`.
    func currency() throws(Pay2LocalRefusal) {
        guard fields["currency"] == .text("BDT") else {
            throw kind == .deposit ? .invalidCurrency : missing("currency")
        }
    }

    /// `service_type`, one of the three.
    func serviceType() throws(Pay2LocalRefusal) -> SimulatedServiceType {
        guard let type = SimulatedServiceType(rawValue: try text("service_type")) else {
            throw missing("service_type")
        }
        return type
    }

    /// `bank_type`, one of the four; `nil` when it is left out and may be.
    func wallet(required: Bool) throws(Pay2LocalRefusal) -> Wallet? {
        if fields["bank_type"] == nil, !required { return nil }
        guard let wallet = Wallet(bankType: try text("bank_type")) else { throw missing("bank_type") }
        return wallet
    }

    /// `cust_phone` of a withdrawal, digits only.
    func customer(required: Bool) throws(Pay2LocalRefusal) -> WalletNumber? {
        guard kind == .withdrawal, required || fields["cust_phone"] != nil else { return nil }
        guard case .text(let digits) = fields["cust_phone"], !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .invalid("Invalid Phone Number") }
        return WalletNumber(digits)
    }

    private func missing(_ name: String) -> Pay2LocalRefusal {
        .invalid(kind == .deposit ? "\(name) is required" : "\(name) is required !")
    }
}
