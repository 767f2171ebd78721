import Foundation
import PaymentGateway
import PaymentIntents

/// The store inside one transaction: what is read is locked, what is written gathers, and goes with the next journey to
/// the server, the last of which is the commit.
final class Ledger {
    /// The environment whose payments are seen.
    let environment: PaymentEnvironment

    private let session: Session
    private let limit: Duration
    private var isBegun = false
    private var isCommitted = false

    private var known = KnownPayments()
    private var changed: Set<Int64> = []
    private var history: [HistoryRow] = []
    private var notifications: [NotificationRow] = []
    private var inbox: [InboxRow] = []
    private var places: [String: Int] = [:]
    private var others: [Statement] = []

    /// Begins a transaction with the first journey.
    ///
    /// - Parameters:
    ///   - session: The connection.
    ///   - environment: The environment whose payments are seen.
    ///   - limit: How long the server may take for one journey.
    init(_ session: Session, environment: PaymentEnvironment, limit: Duration) {
        self.session = session
        self.environment = environment
        self.limit = limit
    }

    /// Runs statements behind everything that is to be written.
    ///
    /// - Parameter statements: The statements.
    /// - Returns: What each one gave.
    /// - Throws: `SessionError`.
    func run(_ statements: [Statement]) throws -> [Rows] {
        let waiting = takeGathered()
        return try session.run(waiting + statements, until: .now + limit).suffix(statements.count)
    }

    /// Commits everything, once.
    ///
    /// - Parameter statements: What else is to be done.
    /// - Returns: What each one of these gave.
    /// - Throws: `SessionError`; when the connection broke, `StoreError` with code `uncertain`.
    @discardableResult
    func commit(_ statements: [Statement] = []) throws -> [Rows] {
        guard !isCommitted else { return [] }
        // Notifications last: under their lock nothing waits for another transaction any more.
        let last = takeGathered() + NotificationRow.insertion(of: notifications, in: environment)
        do {
            let rows = try session.run(last + statements + [Statement("COMMIT")], until: .now + limit)
            // A transaction that has failed answers a COMMIT with ROLLBACK.
            guard rows.last?.command == "COMMIT" else { throw StoreError(.unavailable, "nothing was committed") }
            isCommitted = true
            return rows.dropLast().suffix(statements.count)
        } catch SessionError.lost {
            throw StoreError(.uncertain, "the connection was lost in a commit, which may have been done")
        }
    }

    private func takeGathered() -> [Statement] {
        var statements = isBegun ? [] : [Statement("BEGIN")]
        isBegun = true
        let rows = changed.sorted().compactMap(known.row)
        statements += others
        statements += [
            PaymentRow.update(rows), HistoryRow.insertion(of: history), InboxRow.insertion(of: inbox, in: environment),
        ]
        .compactMap { $0 }
        forgetGathered()
        return statements
    }

    private func forgetGathered() {
        (changed, history, inbox, places, others) = ([], [], [], [:], [])
    }

    /// Does a part of the work of which all is done or nothing, and the transaction goes on.
    ///
    /// - Parameter work: The part.
    /// - Returns: What came of it.
    /// - Throws: What the work throws, or the server says to it.
    func inSavepoint<Value>(_ work: () throws -> Value) throws -> Value {
        _ = try run([Statement("SAVEPOINT part")])
        let before = (known, notifications)
        do {
            let value = try work()
            _ = try run([Statement("RELEASE SAVEPOINT part")])
            return value
        } catch {
            (known, notifications) = before
            forgetGathered()
            _ = try run([Statement("ROLLBACK TO SAVEPOINT part"), Statement("RELEASE SAVEPOINT part")])
            throw error
        }
    }
}

// What gathers.
extension Ledger {
    /// Remembers a payment that is locked.
    func hold(_ row: PaymentRow) { known.take(row) }

    /// The payment that a provider means, of those that are locked.
    func row(of lookup: PaymentLookup, account: AccountName) -> PaymentRow? {
        known.row(of: lookup, account: account)
    }

    /// Writes something else, in front of what gathers.
    func add(_ statement: Statement) { others.append(statement) }

    /// Writes a new payment.
    func insert(_ row: PaymentRow) {
        known.take(row)
        others += row.insertions
    }

    /// Whether anything was put into the outbox.
    var hasNotifications: Bool { !notifications.isEmpty }

    /// Puts a notification into the outbox.
    func notify(_ notification: PaymentNotification, of row: PaymentRow) {
        notifications.append(NotificationRow(payment: row.number, notification: notification))
    }

    /// Keeps a callback, or counts it.
    func keep(_ row: InboxRow) {
        let key = "\(row.delivery.account.rawValue)/\(row.delivery.bodyHash)"
        if let place = places[key] {
            inbox[place].count(row)
        } else {
            places[key] = inbox.count
            inbox.append(row)
        }
    }

    /// Writes everything about a change, and folds in what has been waiting for it.
    ///
    /// - Parameters:
    ///   - change: The change.
    ///   - row: The payment as it was.
    ///   - now: The time of the change.
    /// - Returns: The payment as it is now.
    /// - Throws: `StoreError` or `SessionError`.
    func write(_ change: PaymentChange, over row: PaymentRow, at now: Date) throws -> PaymentRow {
        let written = PaymentRow(number: row.number, payment: change.payment.asStored)
        let hasOtherNames = row.payment.hasOtherNames(than: written.payment)
        if hasOtherNames || row.payment.adapter != written.payment.adapter { others.append(written.renaming) }
        known.take(written)
        changed.insert(row.number)
        if let entry = change.entry { history.append(HistoryRow(payment: row.number, entry: entry)) }
        if let notification = change.notification { notify(notification, of: written) }
        guard hasOtherNames else { return written }
        return try matchWaiting(for: written, at: now)
    }
}
