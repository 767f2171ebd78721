/// The other side closed before its answer was whole.
struct ConnectionEnded: Error, CustomStringConvertible {
    let description: String

    init(after bytes: [UInt8]) {
        description = "closed after: \(String(decoding: bytes, as: UTF8.self))"
    }
}
