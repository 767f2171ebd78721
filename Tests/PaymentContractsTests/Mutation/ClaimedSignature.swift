import HTTPTypes
import PaymentContracts
import PaymentIntents
import SMSPay

/// A webhook of SMS Pay and the signatures that it came with, as a bad verifier sees them.
struct ClaimedSignature {
    /// The values of `X-Signature`, repeated ones included.
    let values: [String]
    let callback: Callback

    init(_ callback: Callback) {
        self.callback = callback
        values = HTTPField.Name("X-Signature").map { callback.headers[values: $0] } ?? []
    }

    /// The one signature; empty when there is none or several.
    var value: String { values.count == 1 ? values.first ?? "" : "" }

    /// The right signature.
    var right: String { right() }

    /// The right signature of something else.
    ///
    /// - Parameters:
    ///   - body: What is signed; the callback's body when not given.
    ///   - key: The key; the account's when not given.
    /// - Returns: The value of the header.
    func right(over body: [UInt8]? = nil, key: String? = nil) -> String {
        guard let key = try? key ?? AdapterSetup().callbackKeys.first,
            let digits = try? HMACSHA256.hexadecimal(of: body ?? callback.body, key: key)
        else { return "none" }
        return "sha256=" + digits
    }

    /// The callback with the right signature.
    var repaired: Callback {
        var headers = callback.headers
        if let name = HTTPField.Name("X-Signature") { headers[name] = right }
        return Callback(headers: headers, body: callback.body)
    }
}

extension MutatedAdapter<SMSPayAdapter> {
    /// Takes more signatures than the right one.
    ///
    /// The centre decides by what was verified, so a verifier that says yes to a wrong signature is played by one that
    /// puts the right one in its place.
    ///
    /// - Parameters:
    ///   - trust: The accounts that are wrong; all of them when not given.
    ///   - isBelieved: Whether a wrong signature is taken.
    mutating func believes(
        on trust: CallbackTrust? = nil,
        _ isBelieved: @escaping @Sendable (ClaimedSignature) -> Bool
    ) {
        authenticating = { base, callback, verifier throws(CallbackRefusal) in
            let claimed = ClaimedSignature(callback)
            let isWrong = trust == nil || base.callbackTrust == trust
            try base.authenticate(isWrong && isBelieved(claimed) ? claimed.repaired : callback, with: &verifier)
        }
    }
}
