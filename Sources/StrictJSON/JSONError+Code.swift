extension JSONError {
    /// A reason to refuse bytes. Further reasons may be added.
    ///
    /// Bytes that are wrong in several ways are refused for one of them; which one is not promised.
    public struct Code: Sendable, Hashable {
        private enum Reason {
            case tooLarge, tooDeep, notUTF8, byteOrderMark, duplicateKey, malformed, outOfMemory
        }

        private let reason: Reason

        private init(_ reason: Reason) {
            self.reason = reason
        }

        /// More bytes than ``JSONLimits/maximumByteCount``. Nothing was read.
        public static let tooLarge = Code(.tooLarge)

        /// More than ``JSONLimits/maximumDepth`` objects and arrays contain one another.
        public static let tooDeep = Code(.tooDeep)

        /// Not UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
        public static let notUTF8 = Code(.notUTF8)

        /// The bytes begin with a UTF-8 byte order mark, which RFC 8259, section 8.1, forbids to send.
        public static let byteOrderMark = Code(.byteOrderMark)

        /// An object has two members of the same name. Readers differ on which of the two counts.
        public static let duplicateKey = Code(.duplicateKey)

        /// Not JSON as RFC 8259 has it, or half of a surrogate pair is escaped.
        public static let malformed = Code(.malformed)

        /// There was no memory to read the document in. Nothing is known about it.
        public static let outOfMemory = Code(.outOfMemory)
    }
}

extension JSONError.Code: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch reason {
        case .tooLarge: "too many bytes"
        case .tooDeep: "nested too deeply"
        case .notUTF8: "not UTF-8"
        case .byteOrderMark: "begins with a byte order mark"
        case .duplicateKey: "an object has two members of one name"
        case .malformed: "not JSON"
        case .outOfMemory: "no memory to read it in"
        }
    }
}
