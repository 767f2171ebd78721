/// Why a payment could not be settled as wished.
public struct SettlementRefusal: Error, Sendable, Hashable {
    /// The kind of reason.
    public enum Code: String, Sendable, Hashable {
        /// No payment has that id.
        case unknownPayment
        /// The payment's status does not allow it.
        case wrongStatus
    }

    /// The kind of reason.
    public let code: Code
    /// The payment's provider id.
    public let paymentID: String
    /// The payment's status, if it exists.
    public let status: String?

    /// There is no such payment.
    ///
    /// - Parameter id: the id that was given.
    /// - Returns: the error to throw.
    public static func unknownPayment(_ id: String) -> SettlementRefusal {
        SettlementRefusal(code: .unknownPayment, paymentID: id, status: nil)
    }

    /// The payment's status does not allow it.
    ///
    /// - Parameters:
    ///   - id: the payment.
    ///   - status: what its status is.
    /// - Returns: the error to throw.
    public static func wrongStatus(_ id: String, is status: String) -> SettlementRefusal {
        SettlementRefusal(code: .wrongStatus, paymentID: id, status: status)
    }
}
