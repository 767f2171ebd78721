import PaymentIntents
import StrictJSON

/// A JSON text that can be changed in one place and leaves all else as it was: the order of members, the way numbers are
/// written.
public indirect enum MessageJSON: Sendable, Hashable {
    /// An object; names may repeat, since hostile ones do.
    case object([Member])
    /// A list.
    case array([MessageJSON])
    /// A text.
    case string(String)
    /// A number, as it is written.
    case number(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`.
    case null

    /// A member of an object.
    public struct Member: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value.
        public var value: MessageJSON

        /// Puts the two together.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - value: The value.
        public init(_ name: String, _ value: MessageJSON) {
            self.name = name
            self.value = value
        }
    }

    /// Reads a text.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Throws: ``ContractViolation`` when it is not JSON.
    public init(_ bytes: some Sequence<UInt8>) throws(ContractViolation) {
        let text = Array(bytes)
        do {
            self.init(try JSONDocument(text, limits: JSONLimits(maximumByteCount: 1 << 20)).root)
        } catch {
            throw ContractViolation(sent: String(decoding: text, as: UTF8.self), came: "\(error)", due: "JSON")
        }
    }

    /// Reads a text that stands in the source.
    ///
    /// - Parameter text: JSON.
    /// - Throws: ``ContractViolation`` when it is not JSON.
    public init(_ text: String) throws(ContractViolation) {
        try self.init(text.utf8)
    }

    /// The text: compact, members in their order.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// The value at the end of a path of names.
    public subscript(path: [String]) -> MessageJSON? {
        guard let name = path.first else { return self }
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.hasSameBytes(as: name) }?.value[Array(path.dropFirst())]
    }

    /// The message with another value, or without one.
    ///
    /// - Parameters:
    ///   - path: Names, from the outside in. Objects on the way must be there; the last name need not.
    ///   - value: The value; `nil` takes the member away.
    /// - Returns: The message so changed.
    public func setting(_ path: [String], to value: MessageJSON?) -> MessageJSON {
        guard let name = path.first else { return value ?? .null }
        guard case .object(var members) = self else { return self }
        guard let index = members.firstIndex(where: { $0.name.hasSameBytes(as: name) }) else {
            guard path.count == 1, let value else { return self }
            return .object(members + [Member(name, value)])
        }
        if path.count == 1, value == nil {
            members.remove(at: index)
        } else {
            members[index].value = members[index].value.setting(Array(path.dropFirst()), to: value)
        }
        return .object(members)
    }
}

extension MessageJSON {
    private init(_ value: JSONValue) {
        switch value.kind {
        case .object:
            self = .object((value.members.map(Array.init) ?? []).map { Member($0.name, MessageJSON($0.value)) })
        case .array: self = .array((value.elements.map(Array.init) ?? []).map { MessageJSON($0) })
        case .string: self = .string(value.string ?? "")
        case .number: self = .number(value.number ?? "0")
        case .bool: self = .boolean(value.bool ?? false)
        case .null: self = .null
        }
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(quotedJSON: member.name)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string(let text): bytes.append(quotedJSON: text)
        case .number(let text): bytes += text.utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        }
    }
}
