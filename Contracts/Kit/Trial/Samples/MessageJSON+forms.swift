import StrictJSON

extension MessageJSON {
    /// Another text of the same message.
    struct Form: Sendable {
        /// What stands between any two tokens.
        var space = ""

        /// Whether letters are written as escapes.
        var escapesLetters = false
    }

    /// The message in another form.
    ///
    /// - Parameter form: How to write it.
    /// - Returns: JSON that means the same.
    func bytes(in form: Form) -> [UInt8] { Array(text(in: form).utf8) }

    /// The message with the members of every object in the reverse order.
    var reversed: MessageJSON {
        switch self {
        case .object(let members): .object(members.reversed().map { Member($0.name, $0.value.reversed) })
        case .array(let elements): .array(elements.map(\.reversed))
        case .string, .number, .boolean, .null: self
        }
    }

    /// The message with `.0` behind every number that is whole.
    var withDecimals: MessageJSON {
        switch self {
        case .object(let members): .object(members.map { Member($0.name, $0.value.withDecimals) })
        case .array(let elements): .array(elements.map(\.withDecimals))
        case .number(let digits): .number(Int64(digits) == nil ? digits : digits + ".0")
        case .string, .boolean, .null: self
        }
    }

    /// Every value that is wrong where this one is due: of each other JSON type, wrapped, or empty.
    var wrongValues: [MessageJSON] {
        let others: [MessageJSON] = [
            .null, .boolean(true), .number("7"), .string("7"), .array([]), .object([]),
        ]
        return others.filter { !hasType(of: $0) } + [.array([self]), .object([Member("value", self)]), .string("")]
    }

    private func hasType(of other: MessageJSON) -> Bool {
        switch (self, other) {
        case (.object, .object), (.array, .array), (.string, .string), (.number, .number), (.boolean, .boolean),
            (.null, .null):
            true
        default: false
        }
    }

    private func text(in form: Form) -> String {
        switch self {
        case .object(let members):
            let texts = members.map { member in
                [MessageJSON.string(member.name).text(in: form), ":", member.value.text(in: form)]
                    .joined(separator: form.space)
            }
            return list("{", texts, "}", form)
        case .array(let elements): return list("[", elements.map { $0.text(in: form) }, "]", form)
        case .string(let text) where form.escapesLetters:
            let parts = text.unicodeScalars.map { scalar in
                let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
                return isLetter ? "\\u00" + String(scalar.value, radix: 16) : Self.string(String(scalar)).unquoted
            }
            return "\"" + parts.joined() + "\""
        case .string, .number, .boolean, .null: return written
        }
    }

    private func list(_ first: String, _ texts: [String], _ last: String, _ form: Form) -> String {
        [first, texts.joined(separator: form.space + "," + form.space), last].joined(separator: form.space)
    }

    private var written: String { String(decoding: bytes, as: UTF8.self) }

    private var unquoted: String { String(written.dropFirst().dropLast()) }
}
