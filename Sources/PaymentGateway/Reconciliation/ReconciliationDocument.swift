import PaymentIntents
public import StrictJSON

/// One difference as JSON shows it. Absent values are `null`.
public struct ReconciliationDocument: Sendable {
    /// The JSON object.
    public let object: JSONObjectWriter

    /// Shows a difference.
    ///
    /// - Parameter difference: The difference.
    public init(_ difference: ReconciliationDifference) {
        var object = JSONObjectWriter()
        object.write("difference", difference.kind.rawValue)
        object.write("payment", orNull: difference.paymentID?.rawValue)
        object.write("providerPaymentID", orNull: difference.providerPaymentID)
        object.write("reference", orNull: difference.reference)
        object.write("ours", orNull: difference.ours)
        object.write("theirs", orNull: difference.theirs)
        object.write("explanation", difference.explanation)
        self.object = object
    }
}
