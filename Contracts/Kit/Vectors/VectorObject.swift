import PaymentIntents

/// An object in a vector file, and where it stands. Whatever is not what it must be is an error that says where.
struct VectorObject {
    let place: String
    private let members: [MessageJSON.Member]

    /// Opens an object.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - place: Where it stands, for errors.
    ///   - required: The members that must be there.
    ///   - optional: The members that may be there. There are no others; `nil` for an object of any members.
    /// - Throws: ``ContractViolation`` when it is no object, or has other members.
    init(
        _ value: MessageJSON?,
        at place: String,
        required: [String] = [],
        optional: [String]? = []
    ) throws(ContractViolation) {
        self.place = place
        guard case .object(let members) = value else { throw Self.violation(place, value, due: "an object") }
        self.members = members
        for name in required where !members.contains(where: { $0.name == name }) {
            throw Self.violation(place, value, due: "a member \(name)")
        }
        guard let optional else { return }
        for member in members where !required.contains(member.name) && !optional.contains(member.name) {
            throw ContractViolation(
                sent: place,
                came: "a member \(member.name)",
                due: "no other members than \((required + optional).joined(separator: ", "))"
            )
        }
    }

    /// The names of the members, in their order.
    var names: [String] { members.map(\.name) }

    /// A member.
    subscript(name: String) -> MessageJSON? { members.first { $0.name == name }?.value }

    /// A member that is a text.
    func text(_ name: String) throws(ContractViolation) -> String {
        guard case .string(let text) = self[name] else { throw wrong(name, due: "a text") }
        return text
    }

    /// A member that is a text or not there.
    func optionalText(_ name: String) throws(ContractViolation) -> String? {
        self[name] == nil ? nil : try text(name)
    }

    /// A member that is a whole number.
    func integer(_ name: String) throws(ContractViolation) -> Int {
        guard case .number(let digits) = self[name], let number = Int(digits) else {
            throw wrong(name, due: "a whole number")
        }
        return number
    }

    /// A member that is a list.
    func list(_ name: String) throws(ContractViolation) -> [MessageJSON] {
        guard case .array(let elements) = self[name] else { throw wrong(name, due: "a list") }
        return elements
    }

    /// A member that is a text which means something.
    ///
    /// - Parameters:
    ///   - name: The member.
    ///   - due: What the text must be, for the error.
    ///   - read: Reads the text; `nil` when it is no such thing.
    /// - Returns: What it means.
    /// - Throws: ``ContractViolation`` when it is no text, or means nothing.
    func value<Value>(
        _ name: String,
        due: String,
        _ read: (String) -> Value?
    ) throws(ContractViolation) -> Value {
        guard let value = read(try text(name)) else { throw wrong(name, due: due) }
        return value
    }

    /// A member that is a text which means something, or not there.
    func optionalValue<Value>(
        _ name: String,
        due: String,
        _ read: (String) -> Value?
    ) throws(ContractViolation) -> Value? {
        self[name] == nil ? nil : try value(name, due: due, read)
    }

    /// A member that is one word of a few.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String) throws(ContractViolation) -> Word {
        try value(name, due: "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")) { Word(rawValue: $0) }
    }

    /// The error that a member is not what it must be.
    func wrong(_ name: String, due: String) -> ContractViolation {
        Self.violation("\(place), \(name)", self[name], due: due)
    }

    private static func violation(_ place: String, _ value: MessageJSON?, due: String) -> ContractViolation {
        ContractViolation(sent: place, came: value?.excerpt ?? "nothing", due: due)
    }
}

extension MessageJSON {
    /// The text, cut short: a violation quotes no whole body.
    var excerpt: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.count > 300 ? "\(text.prefix(300))…" : text
    }
}
