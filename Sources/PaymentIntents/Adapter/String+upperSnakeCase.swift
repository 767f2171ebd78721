extension String {
    /// The key as it stands in the name of an environment variable: `apiKey` is `API_KEY`, `publicURL` is `PUBLIC_URL`
    /// and `a-b` is `A_B`.
    ///
    /// A word begins at a capital after a small letter or a digit, and at the last capital of several when a small letter
    /// follows it.
    package var upperSnakeCase: String {
        let bytes = Array(utf8)
        var name: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isAfterWord = index > 0 && (bytes[index - 1].isSmallLetter || bytes[index - 1].isDigit)
            let isBeforeSmall = index + 1 < bytes.count && bytes[index + 1].isSmallLetter
            let isAfterCapital = index > 0 && bytes[index - 1].isCapital
            if byte.isCapital, isAfterWord || (isAfterCapital && isBeforeSmall) { name.append(UInt8(ascii: "_")) }
            switch byte {
            case UInt8(ascii: "-"): name.append(UInt8(ascii: "_"))
            case _ where byte.isSmallLetter: name.append(byte - UInt8(ascii: "a") + UInt8(ascii: "A"))
            default: name.append(byte)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
