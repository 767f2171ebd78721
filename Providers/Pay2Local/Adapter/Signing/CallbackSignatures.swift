import PaymentIntents

/// Which signatures of a callback must hold, what they cover, and under which keys.
struct CallbackSignatures: Sendable {
    /// What the header covers; `nil` when the account does not say.
    let header: HeaderSignature?

    /// What the member of the body covers; `nil` when the account does not say.
    let body: BodySignature?

    /// How the signed text is built, where fields are signed.
    let recipe: SigningRecipe?

    /// The access key, unless other keys are configured.
    let keys: CallbackKeys

    /// What may come along as the access key: it, and each key that is configured beside it while it is exchanged.
    let accessKeys: [Secret]

    init(_ settings: inout AdapterSettings, accessKey: Secret) throws(ConfigurationError) {
        header = try settings.optionalChoice("headerSignature")
        body = try settings.optionalChoice("bodySignature")
        recipe = try SigningRecipe.read(&settings)
        guard let keys = try settings.signingKeys("signatureKeys", default: accessKey) else {
            throw settings.error("signatureKeys", "is empty")
        }
        self.keys = keys
        accessKeys = [accessKey] + (try settings.secrets("signatureKeys"))
        guard recipe != nil || !(header == .fields || body == .fields) else {
            throw settings.error("signedFields", "is missing; it names what a signature over fields covers")
        }
    }

    /// Whether a field of an authentic callback is signed. Who holds one callback can write anything into what is not.
    func cover(_ field: SignedField) -> Bool {
        header == .rawBody || recipe?.fields.contains(field) == true
    }

    /// Whether a callback of this reference, as it is signed, would also be one of another payment.
    ///
    /// Where the header covers the raw body, nothing else has the same signatures.
    func isAmbiguous(for reference: String) -> Bool {
        guard header != .rawBody, header == .fields || body == .fields, let recipe else { return false }
        return recipe.isAmbiguous(for: reference)
    }

    /// Compares what is signed with what the account wants to believe.
    ///
    /// Under `callbackTrust: signed` nothing else than the signatures stands between a stranger and a success, so they
    /// have to cover what decides about one. As long as no recipe is known, every callback is refused.
    func check(against trust: CallbackTrust, _ settings: inout AdapterSettings) throws(ConfigurationError) {
        guard trust.needsSignature else { return }
        guard !(header == .off && body == .off) else {
            throw settings.error(
                "callbackTrust",
                "is \(trust.rawValue), but headerSignature and bodySignature are both off, so nothing is signed"
            )
        }
        if header == nil || body == nil {
            settings.warn(
                header == nil ? "headerSignature" : "bodySignature",
                "is not set, so every callback is refused; payments find-recipe finds out what the provider signs"
            )
        }
        guard trust == .signed, header != .rawBody, header == .fields || body == .fields, let recipe else { return }
        for field in SignedField.decisive where !recipe.fields.contains(field) {
            throw settings.error(
                "signedFields",
                "must name \(field.rawValue) when callbackTrust is signed, since what is not signed can be forged"
            )
        }
    }
}
