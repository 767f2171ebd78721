import PaymentIntents

/// How the signed text is built from a callback: one recipe, configured, and never guessed while callbacks come in.
///
/// Pay2Local says that signatures are HMAC-SHA256 over "specific fields" (Pay2Local API, Callbacks) and does not say
/// which, nor how they are joined.
struct SigningRecipe: Sendable, Hashable {
    /// The fields, in the order in which they are signed. None stands there twice.
    var fields: [SignedField]
    var format: SignedFormat
    var separator: String
    var absentField: AbsentField
}

extension SigningRecipe {
    /// Reads the recipe of an account.
    ///
    /// - Returns: `nil` when no fields are configured.
    static func read(_ settings: inout AdapterSettings) throws(ConfigurationError) -> SigningRecipe? {
        let names = settings.list("signedFields")
        let format = try settings.choice("signedFormat", default: SignedFormat.values)
        let separator = try settings.text("signedFieldSeparator") ?? "|"
        let absentField = try settings.choice("signedAbsentField", default: AbsentField.skip)
        guard let names else { return nil }

        let key = "signedFields"
        guard !names.isEmpty else { throw settings.error(key, "is empty") }
        var fields: [SignedField] = []
        for name in names {
            guard let field = SignedField(rawValue: name) else {
                let known = SignedField.allCases.map(\.rawValue).joined(separator: ", ")
                throw settings.error(key, "names a field that callbacks do not have; there are: \(known)")
            }
            guard !fields.contains(field) else { throw settings.error(key, "names \(name) twice") }
            fields.append(field)
        }
        let recipe = SigningRecipe(fields: fields, format: format, separator: separator, absentField: absentField)
        guard recipe.isWritable else {
            throw settings.error(key, "can name @x-request-id only first or last when signedFormat is json")
        }
        return recipe
    }

    /// Whether the header's value stands outside of the JSON object, if there is one.
    private var isWritable: Bool {
        format != .json || !fields.dropFirst().dropLast().contains(.requestIDHeader)
    }
}
