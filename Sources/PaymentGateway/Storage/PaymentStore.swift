public import Foundation
public import PaymentIntents

/// Where payments are kept.
///
/// The engine decides; a store remembers. Every rule about money is a pure function of the engine's that a store calls
/// inside its transaction: ``Payment/absorbing(_:trust:at:)``, ``Payment/noting(_:at:)``, and the closure of
/// ``modify(_:_:)``. A store that adds rules of its own is wrong.
///
/// ## What an implementer owes
///
/// - **Durable.** When a method returns, what it wrote survives a power cut. When it throws, nothing of it is there,
///   unless a connection broke in the commit; then all of it may be, and the same call again does no harm.
/// - **One transaction a call.** The inbox row, the payment, the line of its history and the notification are written
///   together or not at all. ``absorb(_:)`` may write its whole batch in one transaction.
/// - **Serialised per payment.** Two changes of one payment never interleave, whichever process makes them.
/// - **Unique.** (environment, kind, idempotency key); (environment, kind, provider reference); (account, provider
///   payment id); (account, body hash) in the inbox; (payment, sequence) in the history. None of these expires.
/// - **Concurrent.** Every method may be called from many tasks at once. Waiting for a lock is bounded, a few seconds
///   at most; then ``StoreError/Code/busy``.
/// - **Unblockable.** A row that cannot be read holds up nothing but itself: what takes several rows leaves it out, and a
///   waiting callback among them is kept as ``InboxState/parked``.
/// - **Secret.** Our own credentials, which some providers send along, are not kept: the values of the headers
///   `Authorization`, `Proxy-Authorization`, `Cookie`, `Set-Cookie`, `X-Api-Key` and all that begin with
///   `X-Authorization-`. No other header is left out.
/// - **Errors.** Nothing but ``StoreError`` is thrown, and after any of them the call may be repeated.
public protocol PaymentStore: Sendable {
    /// Claims an idempotency key and records a payment under it.
    ///
    /// The store gives the payment its ``Payment/providerReference``: the merchant's reference, or that with `-2`,
    /// `-3`, … behind it when it is taken. It writes the notification of ``Payment/announcement`` with it, and matches
    /// callbacks that have been waiting for that reference.
    ///
    /// - Parameter payment: A new payment of the environment that the store was opened for.
    /// - Returns: The payment as it is recorded, or the one that holds the key.
    /// - Throws: ``StoreError``; ``StoreError/Code/rejected`` for a payment of the other environment.
    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome

    /// Changes one payment.
    ///
    /// When the change gives the payment its provider's id, callbacks that have been waiting for that id are matched
    /// in the same transaction.
    ///
    /// - Parameters:
    ///   - id: The payment.
    ///   - change: Says what to write, or `nil` for nothing. It is pure, and may be called more than once.
    /// - Returns: The payment afterwards and whether anything was written, or `nil` when there is no such payment.
    /// - Throws: ``StoreError``.
    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome?

    /// Takes in authentic callbacks, together.
    ///
    /// Evidence that names a provider payment id is matched by (account, id) only; evidence without one by (account,
    /// kind, provider reference). What matches nothing is kept as ``InboxState/unmatched`` together with its evidence.
    /// A body that is in the inbox already is counted there, and is folded all the same: folding twice changes nothing.
    /// One that was folded and is not understood any more may be kept once more; what was folded stays so.
    /// Of a hint that nobody signed only the question to the provider stays.
    ///
    /// - Parameter batch: The callbacks, in the order of arrival.
    /// - Returns: One outcome for each, in the same order.
    /// - Throws: ``StoreError``, for all of them.
    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome]

    /// Where whoever feeds ``absorb(_:)`` with batches had best run; `nil` when that is all the same. A store that writes
    /// on a thread of its own goes on at once with the next batch when it is fed there.
    var feedingExecutor: (any TaskExecutor)? { get }

    /// One payment.
    ///
    /// - Parameter id: The payment.
    /// - Returns: The payment, or `nil` when there is none.
    /// - Throws: ``StoreError``.
    func payment(_ id: PaymentID) async throws(StoreError) -> Payment?

    /// The payment that holds an idempotency key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - kind: The direction: each has keys of its own.
    /// - Returns: The payment, or `nil` when the key is free.
    /// - Throws: ``StoreError``.
    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment?

    /// Payments, newest first, paged by key.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: One page.
    /// - Throws: ``StoreError``.
    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment]

    /// The history of one payment, oldest first.
    ///
    /// - Parameter id: The payment.
    /// - Returns: Its lines; none when there is no such payment.
    /// - Throws: ``StoreError``.
    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry]

    /// Takes payments whose provider is to be asked, earliest first, and puts off their next time.
    ///
    /// - Parameters:
    ///   - now: Those with ``Payment/nextQueryAt`` at this time or before.
    ///   - limit: At most this many.
    ///   - until: The new ``Payment/nextQueryAt``, so that nobody else takes them meanwhile.
    /// - Returns: The payments, with their new time.
    /// - Throws: ``StoreError``.
    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment]

    /// Takes notifications that are due, at most one a payment: the oldest that was not delivered.
    ///
    /// - Parameters:
    ///   - now: Those that are due at this time or before.
    ///   - limit: At most this many.
    ///   - until: When they are due again unless ``settle(_:)`` is called.
    /// - Returns: The notifications.
    /// - Throws: ``StoreError``.
    func claimNotifications(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [PendingNotification]

    /// Writes down how the delivery of a notification went.
    ///
    /// - Parameter result: The result; it counts only if nobody has taken the notification since.
    /// - Throws: ``StoreError``.
    func settle(_ result: NotificationResult) async throws(StoreError)

    /// Notifications in the order in which their changes were committed, whoever committed them.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: The notifications. None appears later in front of one that was returned.
    /// - Throws: ``StoreError``.
    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry]

    /// Has a notification delivered again, with the same id, as if it were new.
    ///
    /// - Parameters:
    ///   - id: The notification.
    ///   - now: When it is due; later, while another one of the same payment is under way. Of those that wait the
    ///     oldest is next.
    /// - Returns: Whether there is such a notification.
    /// - Throws: ``StoreError``.
    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool

    /// Callbacks of the inbox, newest first: numbers grow in the order in which callbacks came.
    ///
    /// - Parameter filter: Which ones.
    /// - Returns: One page.
    /// - Throws: ``StoreError``.
    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry]

    /// One callback of the inbox.
    ///
    /// - Parameter number: Its number.
    /// - Returns: The callback, or `nil` when there is none.
    /// - Throws: ``StoreError``.
    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry?

    /// Forgets the bytes of callbacks that nobody has to look at any more: body and headers.
    ///
    /// That they came, what became of them and the hash by which a repetition is recognised stay.
    ///
    /// - Parameters:
    ///   - time: Those that came before this time and are settled, see ``InboxState/isSettled``.
    ///   - limit: At most this many are looked at.
    /// - Returns: Whether there may be more of them.
    /// - Throws: ``StoreError``.
    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool

    /// Makes sure that this process alone does the background work on the store.
    ///
    /// A store that several instances may share does nothing here.
    ///
    /// - Throws: ``StoreError`` with code ``StoreError/Code/alreadyServed``.
    func beginServing() async throws(StoreError)

    /// Makes sure that the store can be read and written.
    ///
    /// - Throws: ``StoreError``.
    func check() async throws(StoreError)

    /// Finishes what is under way and lets the store go. Nothing may be called afterwards.
    func close() async
    /// What is given when notifications were written, by whichever process; `nil`, as by default, when there is no telling.
    ///
    /// It may come late or not at all. A store that has to listen for it begins when this is read first.
    var changeSignal: ChangeSignal? { get }
}

extension PaymentStore {
    /// Nothing: whoever waits for notifications looks again and again.
    public var changeSignal: ChangeSignal? { nil }
}

extension PaymentStore {
    /// Nowhere in particular.
    public var feedingExecutor: (any TaskExecutor)? { nil }
}
