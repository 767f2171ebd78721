/// Thirty-two octets held in place, without an allocation: the size of everything SHA-256 makes.
struct Octets32: Sendable {
    static let count = 32

    private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    /// Reads exactly 64 ASCII hexadecimal digits, in either case, and nothing else.
    ///
    /// Works on bytes: `Character.isHexDigit` is true for full-width digits, and `\r\n` is one `Character`.
    init?(hexadecimal text: borrowing Span<UInt8>) {
        guard text.count == 2 * Self.count else { return nil }
        let characters = unsafe text.bytes
        var digits = Self.high
        for start in stride(from: 0, to: Self.count, by: 4) {
            let eight = unsafe characters.unsafeLoadUnaligned(fromByteOffset: 2 * start, as: UInt64.self)
            let four = Self.octets(ofHexadecimalDigits: UInt64(littleEndian: eight))
            digits &= four.digits
            unsafe withUnsafeMutableBytes {
                unsafe $0.storeBytes(of: four.octets.littleEndian, toByteOffset: start, as: UInt32.self)
            }
        }
        guard digits == Self.high else { return nil }
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

    /// One in each byte.
    private static let each: UInt64 = 0x0101_0101_0101_0101

    /// The high bit of each byte.
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Reads eight digits side by side, the first in the lowest byte, without a branch for each: half of the branches
    /// over a signature would be guessed wrong.
    ///
    /// - Returns: The octets, and the high bit of each byte that is a digit. If one of them is none, the others may be
    ///   wrong.
    private static func octets(ofHexadecimalDigits characters: UInt64) -> (octets: UInt32, digits: UInt64) {
        // A sum of bytes below 0x80 does not run into the next one, and its high bit tells whether the byte reached what
        // was completed to 0x80. A byte that is not below reaches the upper end of a range or runs over at the lower:
        // no digit.
        let decimals = (characters &+ each * (0x80 - 0x30)) & ~(characters &+ each * (0x80 - 0x3A))
        let lowerCased = characters | each * 0x20
        let letters = (lowerCased &+ each * (0x80 - 0x61)) & ~(lowerCased &+ each * (0x80 - 0x67)) & high
        let digits = (decimals | letters) & high
        let values = (characters & (each * 0x0F)) &+ (letters >> 7) &* 9
        // Two digits make an octet; then the octets are moved together.
        let octets = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
        let pairs = (octets | octets >> 8) & 0x0000_FFFF_0000_FFFF
        return (UInt32(truncatingIfNeeded: pairs | pairs >> 16), digits)
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
