import Foundation
import PaymentGateway
import PaymentIntents

/// The next action of a payment as the store keeps it. No action is null.
struct NextActionDocument: Codable {
    private var redirect: String?
    private var receiver: String?
    private var minorUnits: Int64?
    private var currency: String?
    private var reference: String?

    /// The text to store.
    ///
    /// - Parameter action: The action.
    /// - Returns: The JSON text, or `nil` for no action.
    static func text(of action: NextAction) -> String? {
        var document = NextActionDocument()
        switch action {
        case .none:
            return nil
        case .redirect(let url):
            document.redirect = url.text
        case .instructions(let instructions):
            document.receiver = instructions.receiver.digits
            document.minorUnits = instructions.amount.minorUnits
            document.currency = instructions.amount.currency.code
            document.reference = instructions.reference
        }
        return JSONText.of(document)
    }

    /// The action in a stored text.
    ///
    /// - Parameter text: What ``text(of:)`` gave.
    /// - Returns: The action.
    /// - Throws: `StoreError` with code `incompatible`, or `DecodingError`.
    static func action(in text: String?) throws -> NextAction {
        guard let text else { return .none }
        let document = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        if let redirect = document.redirect { return .redirect(try RowReader.known(WebURL(redirect))) }
        let currency = try RowReader.known(document.currency.flatMap(Currency.init(code:)))
        return .instructions(
            PaymentInstructions(
                receiver: try RowReader.known(document.receiver.flatMap { MSISDN($0) }),
                amount: try RowReader.known(
                    document.minorUnits.flatMap { Money(minorUnits: $0, currency: currency) }
                ),
                reference: document.reference
            )
        )
    }
}
