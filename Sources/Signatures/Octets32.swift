/// Thirty-two octets held in place, without an allocation: the size of everything SHA-256 makes.
struct Octets32: Sendable {
    static let count = 32

    private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    /// Reads exactly 64 ASCII hexadecimal digits, in either case, and nothing else.
    ///
    /// Works on bytes: `Character.isHexDigit` is true for full-width digits, and `\r\n` is one `Character`.
    init?(hexadecimal text: some Sequence<UInt8>) {
        var digits = 0
        var high: UInt8 = 0
        for byte in text {
            guard digits < 2 * Self.count, let value = Self.value(ofHexadecimalDigit: byte) else { return nil }
            if digits.isMultiple(of: 2) {
                high = value << 4
            } else {
                let index = digits / 2
                unsafe withUnsafeMutableBytes { unsafe $0[index] = high | value }
            }
            digits += 1
        }
        guard digits == 2 * Self.count else { return nil }
    }

    /// The octets as 64 lower-case hexadecimal digits.
    var hexadecimal: String {
        unsafe withUnsafeBytes { octets in
            unsafe String(unsafeUninitializedCapacity: 2 * Self.count) { text in
                for index in 0..<Self.count {
                    unsafe text[2 * index] = Self.hexadecimalDigit(unsafe octets[index] >> 4)
                    unsafe text[2 * index + 1] = Self.hexadecimalDigit(unsafe octets[index] & 0x0F)
                }
                return 2 * Self.count
            }
        }
    }

    /// A copy of the octets.
    var array: [UInt8] {
        unsafe withUnsafeBytes { unsafe [UInt8]($0) }
    }

    func withUnsafeBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe Swift.withUnsafeBytes(of: words, body)
    }

    mutating func withUnsafeMutableBytes<Result, Failure>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe Swift.withUnsafeMutableBytes(of: &words, body)
    }

    private static func value(ofHexadecimalDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
