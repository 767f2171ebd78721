/// Why a store could not do what it was asked to.
///
/// After any of these the call may be made again. Nothing of its transaction is there, but for one case, which is
/// ``Code/uncertain``.
public struct StoreError: Error, Sendable {
    /// What kind of error it is.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Somebody else holds the store, for longer than we wait.
        public static let busy = Code(rawValue: "busy")
        /// Out of reach, out of space, or an I/O error.
        public static let unavailable = Code(rawValue: "unavailable")
        /// The connection to the database broke in the commit: all of it may be there, or nothing.
        public static let uncertain = Code(rawValue: "uncertain")
        /// The database does not take this row: a defect of ours. Others may go through.
        public static let rejected = Code(rawValue: "rejected")
        /// Another process does the background work already.
        public static let alreadyServed = Code(rawValue: "alreadyServed")
        /// What is stored cannot be read by this version.
        public static let incompatible = Code(rawValue: "incompatible")
    }

    /// What kind of error it is.
    public var code: Code

    /// A sentence for the merchant.
    public var message: String

    /// What the database said.
    public var cause: (any Error)?

    /// Reports an error.
    ///
    /// - Parameters:
    ///   - code: What kind of error it is.
    ///   - message: A sentence for the merchant.
    ///   - cause: What the database said.
    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }
}

extension StoreError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children: the cause may hold what was to be written, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
