import CSimdJSON

extension JSONValue {
    /// The kinds of value that RFC 8259, section 3, knows.
    public enum Kind: Sendable, Hashable {
        /// Members, each with a name.
        case object
        /// Elements in order.
        case array
        /// Text.
        case string
        /// A number, as its text.
        case number
        /// `true` or `false`.
        case bool
        /// `null`.
        case null

        init(_ node: strict_json_node) {
            self =
                switch node.kind {
                case STRICT_JSON_OBJECT.rawValue: .object
                case STRICT_JSON_ARRAY.rawValue: .array
                case STRICT_JSON_STRING.rawValue: .string
                case STRICT_JSON_NUMBER.rawValue: .number
                case STRICT_JSON_TRUE.rawValue, STRICT_JSON_FALSE.rawValue: .bool
                default: .null
                }
        }
    }
}
