import Foundation
import PaymentGateway
import PaymentIntents

/// What was seen of the engines so far.
struct Watch {
    /// A payment as it was seen last.
    struct Seen {
        let payment: Payment
        let history: [HistoryEntry]
    }

    var payments: [PaymentID: Seen] = [:]
    /// Every notification, in the order in which they were committed.
    var outbox: [OutboxEntry] = []

    /// What the merchant's own process has read of the changes.
    var changesRead: [PaymentChanges.Element] = []
    var cursor = ChangeCursor.beginning
    var isReading = false
    var reader = 0

    /// How many arrivals at the merchant were looked at.
    var arrivalCount = 0
    /// The ids of what the merchant was told in time.
    var told: Set<String> = []
    /// What the merchant was told last of each payment, by its number.
    var lastTold: [PaymentID: Int] = [:]

    var synchronising: Set<Int> = []
    var delivering: Set<Int> = []
    var callbackCount = 0
    var forgeryCount = 0

    /// Messages of which the engine knows that the provider took nothing of them.
    var certainlyNothing: Set<Int> = []
    /// How many messages were looked at.
    var sentCount = 0
    /// Creations by direction and reference.
    var creations: [String: [(message: Message, creation: SentCreation)]] = [:]
    /// Until when a process may ask an account nothing.
    private var rests: [String: Date] = [:]

    mutating func rest(_ engine: Int, _ account: Message.Destination, until: Date) {
        let name = "\(engine) \(account.rawValue)"
        rests[name] = max(rests[name] ?? until, until)
    }

    /// The clocks of the processes step: a rest that has begun lasts longer or shorter now.
    mutating func clocksStep() { rests = [:] }

    func rests(_ engine: Int, _ account: Message.Destination) -> Date? { rests["\(engine) \(account.rawValue)"] }
}
