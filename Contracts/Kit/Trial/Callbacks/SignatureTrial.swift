import HTTPTypes
import PaymentIntents

/// A genuine callback of a success, whose signature in the header can be exchanged for anything.
struct SignatureTrial {
    /// The centre takes HMAC-SHA256 as hexadecimal digits, and nothing else.
    static let digitCount = 64

    let adapter: any ProviderAdapter
    let callback: Callback

    /// The header that carries the signature.
    let name: HTTPField.Name

    /// The signature as it stands in the header.
    let value: String

    init(_ subject: any AdapterSubject) throws {
        adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        let signatures = subject.wire.signing.headers.compactMap { name in callback.headers[name].map { (name, $0) } }
        guard let (name, value) = signatures.first, value.utf8.count >= Self.digitCount else {
            throw ContractViolation(
                sent: "a genuine callback",
                came: "no declared header with \(Self.digitCount) digits",
                due: "one"
            )
        }
        self.callback = callback
        self.name = name
        self.value = value
    }

    /// What stands in front of the digits.
    var prefix: String { String(value.dropLast(Self.digitCount)) }

    /// The digits of the signature.
    var digits: String { String(value.suffix(Self.digitCount)) }

    /// What becomes of the genuine callback.
    var genuine: CallbackOutcome { CallbackOutcome(of: callback, at: adapter) }

    /// What becomes of the callback with other fields in place of its signature.
    ///
    /// - Parameter fields: The fields.
    /// - Returns: What becomes of it.
    func outcome(of fields: [HTTPField]) -> CallbackOutcome {
        var headers = callback.headers
        headers[name] = nil
        for field in fields { headers.append(field) }
        return CallbackOutcome(of: Callback(headers: headers, body: callback.body), at: adapter)
    }

    /// What becomes of the callback with other signatures, as the one header several times.
    ///
    /// - Parameter values: The signatures, as bytes: a text may hold what no field takes.
    /// - Returns: What becomes of it.
    func outcome(of values: String...) -> CallbackOutcome {
        outcome(of: values.map { HTTPField(name: name, lenientValue: Array($0.utf8)) })
    }

    /// A signature of the right form that fits nothing.
    var wrongValue: String { prefix + digits.map { $0 == "0" ? "1" : "0" }.joined() }
}
