/// Why a callback is not authentic.
///
/// The sender reads none of this: every refusal is the same 401. It is for the merchant's eyes, see
/// `payments verify`.
public struct CallbackRefusal: Error, Sendable, Hashable {
    /// What was wrong.
    public struct Reason: Sendable, Hashable, RawRepresentable {
        /// The name of the reason.
        public let rawValue: String

        /// Names a reason.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// What must be there is not.
        public static let missing = Reason(rawValue: "missing")
        /// It is there more than once.
        public static let repeated = Reason(rawValue: "repeated")
        /// It does not have the form it must have.
        public static let malformed = Reason(rawValue: "malformed")
        /// It has the right form and the wrong value.
        public static let mismatch = Reason(rawValue: "mismatch")
        /// Nothing was checked, so nothing holds.
        public static let unchecked = Reason(rawValue: "unchecked")
    }

    /// What was wrong.
    public var reason: Reason

    /// What was looked at: the name of a header or of a field, never its value.
    public var check: String

    /// Refuses a callback.
    ///
    /// - Parameters:
    ///   - reason: What was wrong.
    ///   - check: What was looked at.
    public init(_ reason: Reason, check: String) {
        self.reason = reason
        self.check = check
    }
}

extension CallbackRefusal: CustomStringConvertible {
    /// What was looked at, and what was wrong with it.
    public var description: String { "\(check): \(reason.rawValue)" }
}
