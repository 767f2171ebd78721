import Foundation

/// The keywords of JSON Schema 2020-12 that are known here.
enum SchemaKeyword: String {
    case reference = "$ref"
    case type, `enum`, const
    case properties, required, additionalProperties
    case items, minItems
    case oneOf, anyOf
    case pattern, minLength, maxLength, format
    case minimum, maximum
    // What only tells people something. `examples` are checked where they stand, see `ContractFile`.
    case title, description, examples, `default`

    /// The schemas inside the value of the keyword.
    func schemas(in argument: JSON) -> [JSON] {
        switch self {
        case .additionalProperties, .items: [argument]
        case .properties: argument.object.map { Array($0.values) } ?? []
        case .oneOf, .anyOf: argument.array ?? []
        default: []
        }
    }

    /// Checks the value of the keyword itself.
    ///
    /// - Throws: ``SchemaError/value(of:)``.
    func check(_ argument: JSON) throws {
        let isRight =
            switch self {
            case .reference, .title, .description: argument.string != nil
            case .type: !SchemaType.names(in: argument).isEmpty
            case .enum, .oneOf, .anyOf: argument.array?.isEmpty == false
            case .required: argument.array.map { $0.allSatisfy { $0.string != nil } } == true
            case .examples: argument.array != nil
            case .properties: argument.object != nil
            case .pattern: argument.string.flatMap { try? Regex($0) } != nil
            case .format: argument.string.flatMap(SchemaFormat.init(rawValue:)) != nil
            case .minLength, .maxLength, .minItems, .minimum, .maximum: argument.number != nil
            case .const, .additionalProperties, .items, .default: true
            }
        guard isRight else { throw SchemaError.value(of: rawValue) }
    }
}

extension JSON {
    var number: Decimal? {
        guard case .number(let value) = self else { return nil }
        return value
    }
}
