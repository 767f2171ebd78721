import Testing

/// The bytes that pairs of hexadecimal digits stand for.
func bytes(hexadecimal text: String) throws -> [UInt8] {
    let digits = Array(text)
    try #require(digits.count.isMultiple(of: 2))
    return try stride(from: 0, to: digits.count, by: 2)
        .map { index in
            try #require(UInt8(String(digits[index...index + 1]), radix: 16))
        }
}
