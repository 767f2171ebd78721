import Foundation
import HTTPTypes
import PaymentIntents

/// The merchant's own system, which is told what happens.
struct Merchant {
    /// One notification that arrived.
    struct Arrival {
        let id: String
        let body: [UInt8]
        let at: Date
        /// Whether its sender had given it up before it arrived.
        let isLate: Bool
    }

    private(set) var arrivals: [Arrival] = []
    /// Notifications that the merchant wanted no more of.
    var unwanted: Set<String> = []

    mutating func take(_ message: Message, at now: Date, isLate: Bool) {
        let id = HTTPField.Name("webhook-id").flatMap { message.request.headers[$0] } ?? ""
        arrivals.append(Arrival(id: id, body: message.request.body, at: now, isLate: isLate))
    }
}
