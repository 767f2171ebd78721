/// A JSON text to be written: members keep their order and numbers their very digits, because bytes are signed.
public indirect enum WireJSON: Sendable, Equatable {
    /// Members in the order in which they are written.
    case object([Member])
    /// Elements in order.
    case array([WireJSON])
    /// Text, escaped when written.
    case string(String)
    /// A number as its digits are to stand, `100` or `5.5`.
    case number(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`.
    case null

    /// A name with its value.
    public struct Member: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The value.
        public let value: WireJSON

        /// Pairs a name with a value.
        public init(_ name: String, _ value: WireJSON) {
            self.name = name
            self.value = value
        }
    }

    /// A whole number.
    public static func integer(_ number: some BinaryInteger) -> WireJSON { .number(String(number)) }

    /// Text, or `nil` for a member that is left out.
    public static func text(_ text: String?) -> WireJSON? { text.map(WireJSON.string) }

    /// The compact text: no spaces, no escaped slashes.
    public var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .string(let text): Self.quoted(text)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        }
    }

    /// The bytes of ``text`` in UTF-8.
    public var bytes: [UInt8] { Array(text.utf8) }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension WireJSON: ExpressibleByDictionaryLiteral {
    /// An object whose members are written in the order of the literal; a `nil` value leaves its member out.
    public init(dictionaryLiteral members: (String, WireJSON?)...) {
        self = .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

extension WireJSON: ExpressibleByStringLiteral {
    /// Text that stands in the source.
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}
