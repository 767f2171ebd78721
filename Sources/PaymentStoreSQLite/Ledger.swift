import Foundation
import GRDB
import PaymentGateway
import PaymentIntents

/// The store inside one transaction.
struct Ledger {
    /// The transaction.
    let database: Database

    /// The environment whose payments are seen.
    let environment: PaymentEnvironment

    /// The statements that the transaction has used so far.
    let statements: StatementShelf

    /// Begins work in a transaction.
    ///
    /// - Parameters:
    ///   - database: The transaction.
    ///   - environment: The environment whose payments are seen.
    init(database: Database, environment: PaymentEnvironment) {
        self.database = database
        self.environment = environment
        statements = StatementShelf(database)
    }

    /// A payment by our identity for it.
    func row(of id: PaymentID) throws -> PaymentRow? {
        try row(.id, [id.rawValue])
    }

    /// The one payment of this environment that has a key.
    ///
    /// - Parameters:
    ///   - key: Which of the unique keys.
    ///   - values: Its values.
    /// - Returns: The payment, or `nil` when there is none.
    /// - Throws: `StoreError`, or what the database throws.
    func row(_ key: PaymentKey, _ values: [String]) throws -> PaymentRow? {
        var statement = try StatementWriter(key.query, in: self)
        statement.bind(environment)
        for value in values { statement.bind(value) }
        return try statement.one { row in try PaymentRow(&row, environment: environment) }
    }

    /// The payment that a provider means.
    ///
    /// By the provider's id if there is one, and then by nothing else: a reference beside an id that is not known
    /// proves nothing. A provider that does not tell deposits from withdrawals names a payment by its reference as long
    /// as there is only one.
    ///
    /// - Parameters:
    ///   - lookup: The names that the provider used.
    ///   - account: The account that it spoke to.
    /// - Returns: The payment, or `nil` when there is none.
    /// - Throws: `StoreError`, or what the database throws.
    func row(of lookup: PaymentLookup, account: AccountName) throws -> PaymentRow? {
        if let id = lookup.providerPaymentID {
            return try row(.providerPaymentID, [account.rawValue, StoredText(id).stored])
        }
        guard let reference = lookup.reference else { return nil }
        if let kind = lookup.kind { return try row(of: reference, kind, account) }
        let rows = try PaymentKind.allCases.compactMap { kind in try row(of: reference, kind, account) }
        return rows.count == 1 ? rows.first : nil
    }

    private func row(of reference: String, _ kind: PaymentKind, _ account: AccountName) throws -> PaymentRow? {
        try row(.providerReference, [kind.rawValue, StoredText(reference).stored, account.rawValue])
    }

    /// Writes everything about a change, and folds in what has been waiting for it.
    ///
    /// - Parameters:
    ///   - change: The change.
    ///   - row: The payment as it was.
    ///   - now: The time of the change.
    /// - Returns: The payment as it is now, when something may have been waiting for it; `nil` when it is what the change
    ///   made of it.
    /// - Throws: `StoreError`, or what the database throws.
    func write(_ change: PaymentChange, over row: PaymentRow, at now: Date) throws -> PaymentRow? {
        try row.update(to: change.payment, in: self)
        switch (change.entry, change.notification) {
        case (let entry?, let notification?) where entry.isTold(by: notification):
            try NotificationRow.insert(notification, entry, of: change.payment, number: row.number, into: self)
        case (let entry, let notification):
            if let entry { try HistoryRow.insert(entry, of: row.number, into: self) }
            if let notification {
                try NotificationRow.insert(notification, nil, of: change.payment, number: row.number, into: self)
            }
        }
        guard row.payment.hasOtherNames(than: change.payment) else { return nil }
        return try matchWaiting(for: PaymentRow(number: row.number, payment: change.payment.asStored), at: now)
    }

    /// Folds in the callbacks that have been waiting for a payment, in the order in which they came.
    ///
    /// One without a kind goes on waiting as long as its reference is that of two payments.
    ///
    /// - Parameters:
    ///   - row: The payment.
    ///   - now: The time at which it got the names that they call it by.
    /// - Returns: The payment as it is now.
    /// - Throws: `StoreError`, or what the database throws.
    func matchWaiting(for row: PaymentRow, at now: Date) throws -> PaymentRow {
        var row = row
        for found in try WaitingCallback.all(for: row.payment, in: self) {
            guard let waiting = found.callback else {
                try WaitingCallback.park(found.number, in: self)
                continue
            }
            if let evidence = waiting.meaning.evidence,
                try self.row(of: PaymentLookup(evidence), account: row.payment.account)?.number != row.number
            {
                continue
            }
            let at = max(now, waiting.receivedAt)
            do {
                row = try fold(waiting, into: row, at: at)
            } catch let error where error.isPermanent {
                try WaitingCallback.park(found.number, in: self)
            }
        }
        return row
    }

    /// Folds in one callback that has been waiting: all of it, or nothing is there.
    private func fold(_ waiting: WaitingCallback, into row: PaymentRow, at now: Date) throws -> PaymentRow {
        var folded = row
        try database.inSavepoint {
            let change = try waiting.meaning.change(of: row.payment, at: now)
            try waiting.settle(with: row.number, in: self)
            folded =
                try write(change, over: row, at: now)
                ?? PaymentRow(number: row.number, payment: change.payment.asStored)
            return .commit
        }
        return folded
    }
}

extension Error {
    /// Whether the very same write would fail again: it says something impossible, or meets a row that cannot be read.
    fileprivate var isPermanent: Bool {
        let code = StoreError(of: self).code
        return code == .rejected || code == .incompatible
    }
}
