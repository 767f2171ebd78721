package import PaymentIntents
import StrictJSON

/// The next action of a payment as the store keeps it, as JSON. No action is null.
package enum NextActionDocument {
    /// The text to store.
    ///
    /// - Parameter action: The action.
    /// - Returns: The JSON text, or `nil` for no action.
    package static func text(of action: NextAction) -> String? {
        var document = JSONObjectWriter()
        switch action {
        case .none:
            return nil
        case .redirect(let url):
            document.write("redirect", url.text)
        case .instructions(let instructions):
            document.write("receiver", instructions.receiver.digits)
            document.write("minorUnits", number: String(instructions.amount.minorUnits))
            document.write("currency", instructions.amount.currency.code)
            document.write("reference", instructions.reference)
        }
        return document.text
    }

    /// The action in a stored text.
    ///
    /// - Parameter text: What ``text(of:)`` gave.
    /// - Returns: The action.
    /// - Throws: `StoreError` with code `incompatible`, or `JSONError`.
    package static func action(in text: String?) throws -> NextAction {
        guard let text else { return .none }
        let document = try JSONDocument(Array(text.utf8)).root
        if let redirect = document["redirect"]?.string { return .redirect(try StoreError.known(WebURL(redirect))) }
        let currency = try StoreError.known(document["currency"]?.string.flatMap(Currency.init(code:)))
        let minorUnits = try StoreError.known(document["minorUnits"]?.integer)
        return .instructions(
            PaymentInstructions(
                receiver: try StoreError.known(document["receiver"]?.string.flatMap { MSISDN($0) }),
                amount: try StoreError.known(Money(minorUnits: minorUnits, currency: currency)),
                reference: document["reference"]?.string
            )
        )
    }
}
