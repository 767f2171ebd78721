import Foundation
import HTTPTypes
import PaymentIntents

/// The values that vectors are made of.
extension VectorObject {
    /// A member that is bytes: `{"text":"…"}` in UTF-8, or `{"base64":"…"}`; nothing when it is not there.
    func bytes(_ name: String) throws(ContractViolation) -> [UInt8] {
        guard self[name] != nil else { return [] }
        let body = try VectorObject(self[name], at: "\(place), \(name)", optional: ["text", "base64"])
        switch body.names {
        case ["text"]: return Array(try body.text("text").utf8)
        case ["base64"]: return try body.value("base64", due: "base64") { Data(base64Encoded: $0).map(Array.init) }
        default: throw wrong(name, due: "either text or base64")
        }
    }

    /// A member that is a list of header fields, each `["name","value"]`.
    func headers(_ name: String) throws(ContractViolation) -> HTTPFields {
        var headers = HTTPFields()
        for field in try list(name) {
            guard case .array(let parts) = field, parts.count == 2, case .string(let name) = parts[0],
                case .string(let value) = parts[1], let fieldName = HTTPField.Name(name),
                HTTPField.isValidValue(value)
            else { throw wrong(name, due: "header fields, each [name, value]") }
            headers.append(HTTPField(name: fieldName, value: value))
        }
        return headers
    }

    /// A member that is `{"value":"500.00","currency":"BDT"}`: all decimals of the currency.
    func money(_ name: String) throws(ContractViolation) -> Money {
        let amount = try VectorObject(self[name], at: "\(place), \(name)", required: ["value", "currency"])
        let currency = try amount.value("currency", due: "a known currency") { Currency(code: $0) }
        return try amount.value("value", due: "money with all decimals") { text in
            (try? Money(parsing: text, currency: currency)).flatMap { $0.decimalText == text ? $0 : nil }
        }
    }

    /// A member that is `{"providerPaymentID":…,"reference":…,"kind":…}`, each of which may be missing.
    func lookup(_ name: String) throws(ContractViolation) -> PaymentLookup {
        let names = ["kind", "reference", "providerPaymentID"]
        let lookup = try VectorObject(self[name], at: "\(place), \(name)", optional: names)
        return PaymentLookup(
            kind: lookup["kind"] == nil ? nil : try lookup.word("kind"),
            reference: try lookup.optionalText("reference"),
            providerPaymentID: try lookup.optionalText("providerPaymentID")
        )
    }

    /// A member that is a time of RFC 3339, or not there.
    func time(_ name: String) throws(ContractViolation) -> Date? {
        try optionalValue(name, due: "a time of RFC 3339") { WireTime.date($0) }
    }
}
