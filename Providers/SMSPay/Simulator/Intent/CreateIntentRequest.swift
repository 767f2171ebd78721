import Foundation
import ProviderSimulation

/// A request to create an intent, validated.
struct CreateIntentRequest: Sendable {
    /// All members as they came, to compare repetitions of an idempotency key by.
    let fields: [String: RequestField]
    let amount: Int64
    let customerReference: String?
    let merchantReference: String?
    let idempotencyKey: String?
    let timeToLive: Duration
    let returnURLs: ReturnURLs

    /// The most whole taka whose poisha are counted in 64 bits. No document names a limit; one taka more can be paid.
    private static let largestAmount = Int64.max / 100

    /// Validates a body.
    ///
    /// - Parameters:
    ///   - body: the request body.
    ///   - configuration: the bounds.
    /// - Throws: a 400 that names what is wrong.
    init(body: [UInt8], configuration: SMSPaySimulatorConfiguration) throws(SMSPayRefusal) {
        guard let fields = RequestField.fields(of: body) else { throw .badRequest(["body must be a JSON object"]) }
        var reader = FieldReader(fields: fields)
        let amount = reader.integer("amount", required: true)
        if let amount, amount < 1 { reader.complain("amount must not be less than 1") }
        if let amount, amount > Self.largestAmount {
            reader.complain("amount must not be greater than \(Self.largestAmount)")
        }
        if fields["currency"] != .text("BDT") { reader.complain("currency must be BDT") }
        let merchantReference = reader.text("merchantReference")
        let customerReference = reader.text("customerReference", required: merchantReference == nil)
        if let limit = configuration.customerReferenceLimit, let customerReference, customerReference.count > limit {
            reader.complain("customerReference must be shorter than or equal to \(limit) characters")
        }
        let seconds = reader.integer("ttlSeconds")
        if let seconds, !(configuration.minimumTimeToLive.components.seconds...31_536_000).contains(seconds) {
            reader.complain("ttlSeconds must not be less than \(configuration.minimumTimeToLive.components.seconds)")
        }
        self.fields = fields
        self.amount = amount ?? 0
        self.customerReference = customerReference
        self.merchantReference = merchantReference
        idempotencyKey = reader.text("idempotencyKey")
        timeToLive = seconds.map { .seconds($0) } ?? configuration.timeToLive
        returnURLs = ReturnURLs(
            success: reader.url("successUrl"),
            failed: reader.url("failedUrl"),
            cancel: reader.url("cancelUrl"),
            expired: reader.url("expiredUrl")
        )
        guard reader.complaints.isEmpty else { throw .badRequest(reader.complaints) }
    }
}
