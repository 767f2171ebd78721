/// A schema, or the file that it stands in, cannot be used. No value was judged.
enum SchemaError: Error, Hashable, CustomStringConvertible {
    /// A keyword that nothing here checks.
    case keyword(String)
    /// A keyword whose value is not what JSON Schema wants.
    case value(of: String)
    /// A reference that leads nowhere.
    case reference(String)
    /// A number that is not exact as a `Decimal`.
    case number(String)
    /// YAML that no JSON can say.
    case yaml(String)

    var description: String {
        switch self {
        case .keyword(let name): "the keyword \(name) is not known here"
        case .value(let keyword): "the value of \(keyword) is not what it has to be"
        case .reference(let text): "\(text) leads nowhere"
        case .number(let token): "\(token) is too large"
        case .yaml(let problem): problem
        }
    }
}
