import Foundation
import PaymentGateway

/// What fills a place of a statement. Everything travels in PostgreSQL's binary form: nothing is quoted or parsed.
enum Value: Sendable {
    /// `bigint`
    case integer(Int64?)
    /// `boolean`
    case boolean(Bool)
    /// `text`
    case text(String?)
    /// `bytea`
    case bytes([UInt8])
    /// An array of one of these; its type is that of `like`, so that it is known for an empty array as well.
    indirect case list([Value], like: Value)

    /// A time, in milliseconds.
    static func time(_ date: Date?) -> Value { .integer(date.map { StoredTime($0).milliseconds }) }

    /// A name out of a closed list.
    static func name(_ name: (some RawRepresentable<String>)?) -> Value { .text(name?.rawValue) }

    /// A text from outside.
    static func outside(_ text: String?) -> Value { .text(text.map { StoredText($0).stored }) }

    /// The type's number in every PostgreSQL, from `pg_type.dat`.
    var typeID: UInt32 {
        switch self {
        case .integer: 20
        case .boolean: 16
        case .text: 25
        case .bytes: 17
        case .list(_, like: .integer): 1016
        case .list(_, like: .boolean): 1000
        case .list(_, like: .text): 1009
        // An array of arrays is an array here, and never needed.
        case .list: 1001
        }
    }

    /// Writes the value as it travels.
    ///
    /// - Parameter buffer: Where to.
    /// - Returns: Whether there is a value; `false` is a null, of which nothing was written.
    func append(to buffer: inout [UInt8]) -> Bool {
        switch self {
        case .integer(let integer):
            guard let integer else { return false }
            buffer.append(bigEndian: integer)
        case .boolean(let isTrue): buffer.append(isTrue ? 1 : 0)
        case .text(let text):
            guard let text else { return false }
            buffer += text.utf8
        case .bytes(let bytes): buffer += bytes
        case .list(let elements, let like): Self.append(elements, like, to: &buffer)
        }
        return true
    }

    /// Dimensions, whether there are nulls, the type of the elements, how many, from which number; then each one behind
    /// its length. From `array_send` of PostgreSQL.
    private static func append(_ elements: [Value], _ like: Value, to buffer: inout [UInt8]) {
        buffer.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        buffer.append(bigEndian: Int32(1))
        buffer.append(bigEndian: like.typeID)
        guard !elements.isEmpty else { return }
        buffer.append(bigEndian: Int32(clamping: elements.count))
        buffer.append(bigEndian: Int32(1))
        for element in elements {
            let start = buffer.count
            buffer.append(bigEndian: Int32(-1))
            guard element.append(to: &buffer) else { continue }
            let length = Int32(clamping: buffer.count - start - 4)
            for place in 0..<4 { buffer[start + place] = UInt8(truncatingIfNeeded: length >> (24 - 8 * place)) }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian integer: some FixedWidthInteger) {
        var rest = integer.bitWidth
        while rest > 0 {
            rest -= 8
            append(UInt8(truncatingIfNeeded: integer >> rest))
        }
    }
}
