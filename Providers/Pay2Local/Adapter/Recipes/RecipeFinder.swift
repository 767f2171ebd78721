public import PaymentIntents
import Signatures
import StrictJSON

/// Finds out what Pay2Local signs, from one captured callback and the keys of an account.
///
/// For use by a person, once and offline. While callbacks come in, exactly one recipe is in force: whoever may choose
/// among many chooses the one in which a digit can move from the reference to the amount.
public struct RecipeFinder: Sendable {
    private let signatures: CallbackSignatures

    /// Takes the keys of an account: `signatureKeys`, or else the access key.
    ///
    /// - Parameter adapter: The account. What its configuration says of recipes is not looked at.
    public init(_ adapter: Pay2LocalAdapter) {
        signatures = adapter.configuration.signatures
    }

    /// Tries every candidate on a callback that is known to be genuine.
    ///
    /// - Parameter callback: The callback, with its body byte for byte and with its header fields.
    /// - Returns: How many candidates were tried, and what fits.
    /// - Throws: `CallbackRefusal` when the callback carries no signature that could be one.
    public func search(_ callback: Callback) throws(CallbackRefusal) -> RecipeSearch {
        let body = Pay2LocalCallbackContent(callback.body)
        let place = try SignaturePlaces(of: callback, body.object)
        var search = RecipeSearch(places: place)

        if let header = place.header {
            search.triesRawBody(fits: signatures.keys.accept(header, for: callback.body.span))
            if let requestID = place.requestID {
                for message in RecipeCandidates.messages(of: callback.body, requestID: requestID) {
                    search.triesRawBodyWithRequestID(fits: signatures.keys.accept(header, for: message.span))
                }
            }
        }
        guard let object = body.object else { return search }
        for recipe in RecipeCandidates.all(for: object, hasRequestID: place.requestID != nil) {
            guard let message = try? recipe.message(of: object, requestID: place.requestID) else { continue }
            search.tries(
                recipe,
                fitsHeader: place.header.map { signatures.keys.accept($0, for: message.span) } ?? false,
                fitsBody: place.body.map { signatures.keys.accept($0, for: message.span) } ?? false
            )
        }
        return search
    }
}
