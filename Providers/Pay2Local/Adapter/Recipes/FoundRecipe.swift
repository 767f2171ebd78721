public import PaymentIntents

/// One configuration under which a callback's signatures hold.
public struct FoundRecipe: Sendable, Hashable {
    let header: HeaderSignature
    let body: BodySignature
    let recipe: SigningRecipe?

    /// The signatures that the callback carries and that this configuration does not check: `x-signature`, `signature`.
    public let unexplained: [String]

    init(header: HeaderSignature, body: BodySignature, recipe: SigningRecipe?, unexplained: [String]) {
        self.header = header
        self.body = body
        self.recipe = recipe
        self.unexplained = unexplained
    }

    /// The keys to configure and their values, in the order of the README's table.
    public var settings: [(key: String, value: SettingValue)] {
        var settings: [(key: String, value: SettingValue)] = [
            ("headerSignature", .text(header.rawValue)),
            ("bodySignature", .text(body.rawValue)),
        ]
        guard let recipe else { return settings }
        settings.append(("signedFields", .list(recipe.fields.map(\.rawValue))))
        settings.append(("signedFormat", .text(recipe.format.rawValue)))
        settings.append(("signedFieldSeparator", .text(recipe.separator)))
        settings.append(("signedAbsentField", .text(recipe.absentField.rawValue)))
        return settings
    }

    /// The same as lines of a configuration file, without indentation.
    public var configurationLines: [String] {
        settings.map { key, value in
            switch value {
            case .text(let text): "\(key): \(quotedIfNeeded(text))"
            case .list(let texts): "\(key): [\(texts.map(quotedIfNeeded).joined(separator: ", "))]"
            }
        }
    }

    /// Words stand as they are. A separator, or a name with `@` in front, needs quotation marks in YAML.
    private func quotedIfNeeded(_ text: String) -> String {
        let isWord = !text.isEmpty && text.utf8.allSatisfy { $0.isUnreservedInURL }
        return isWord ? text : "\"\(text)\""
    }
}
