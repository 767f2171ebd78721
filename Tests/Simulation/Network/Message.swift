import Foundation
import HTTPTypes
import PaymentIntents

/// A request on its way, and its answer on the way back.
struct Message: Sendable {
    /// Where it goes.
    enum Destination: String, Sendable {
        case wallets, agents, merchant, stranger
    }

    let number: Int
    /// Who sent it.
    let engine: Int
    let request: ProviderRequest
    let destination: Destination
    /// When it was sent, in true time.
    let sentAt: Date
    /// When its sender gives up, in true time.
    let deadline: Date
    /// The answer, once the far end has taken the request.
    var response: ProviderResponse?
    /// Whether nothing comes of it any more: its sender waits in vain.
    var isLost = false

    /// The path and the query.
    var path: String {
        let rest = request.url.drop { $0 != ":" }.dropFirst(3)
        return String(rest.drop { $0 != "/" })
    }

    /// Whether it asks for a new payment.
    var isCreation: Bool { request.method == .post && destination != .merchant }

    /// Whether it asks for money to leave.
    var isWithdrawal: Bool { isCreation && path.hasSuffix("/withdraw") }
}
