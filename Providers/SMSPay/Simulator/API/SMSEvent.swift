import ProviderSimulation

/// A wallet message, as the sandbox's simulate call describes it.
struct SMSEvent: Sendable {
    let intentID: String
    let amount: Int64
    let transactionID: String

    init(intentID: String, amount: Int64, transactionID: String) {
        self.intentID = intentID
        self.amount = amount
        self.transactionID = transactionID
    }

    /// Validates a body.
    ///
    /// - Parameter body: the request body.
    /// - Throws: a 400 that names what is wrong.
    init(body: [UInt8]) throws(SMSPayRefusal) {
        guard let fields = RequestField.fields(of: body) else { throw .badRequest(["body must be a JSON object"]) }
        var reader = FieldReader(fields: fields)
        let intentID = reader.text("paymentIntentId", required: true)
        let amount = reader.integer("amount", required: true)
        let transactionID = reader.text("trxId", required: true)
        _ = reader.text("senderMsisdn", required: true)
        guard let intentID, let amount, let transactionID, reader.complaints.isEmpty else {
            throw .badRequest(reader.complaints)
        }
        self.init(intentID: intentID, amount: amount, transactionID: transactionID)
    }
}
