import Logging
/// Everything that happens to payments, in the order in which it was committed, for whoever works in the same process.
///
/// It never ends by itself: it waits for what comes next, and ends when its task is cancelled. It looks four times a second,
/// and at once where the store tells of changes. These are the notifications that the merchant's own system gets, with the
/// same ids, whether or not there is an address to send them to. Keep the cursor of what was dealt with, and begin behind it
/// after a restart: nothing is left out, and what was not dealt with comes again.
public struct PaymentChanges: AsyncSequence, Sendable {
    /// One change.
    public struct Element: Sendable, Hashable {
        /// Where it stands.
        public let cursor: ChangeCursor

        /// What is told about it.
        public let notification: PaymentNotification
    }

    /// Nothing is thrown: as long as the store cannot be read, the sequence waits.
    public typealias Failure = Never

    let gateway: Gateway
    let start: ChangeCursor

    /// Begins to read.
    public func makeAsyncIterator() -> Iterator {
        Iterator(gateway: gateway, cursor: start)
    }

    /// Reads one change after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private static let pause = Duration.milliseconds(250)
        private static let pageSize = 100

        let gateway: Gateway
        var cursor: ChangeCursor
        private let signal: ChangeSignal?
        private var page: ArraySlice<OutboxEntry> = []

        init(gateway: Gateway, cursor: ChangeCursor) {
            self.gateway = gateway
            self.cursor = cursor
            signal = gateway.store.changeSignal
        }

        /// The next change; waits until there is one.
        ///
        /// - Returns: The change, or `nil` when the task is cancelled.
        public mutating func next() async -> Element? {
            await next(isolation: nil)
        }

        /// The next change; waits until there is one.
        ///
        /// - Parameter actor: Where it is awaited.
        /// - Returns: The change, or `nil` when the task is cancelled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Element? {
            while page.isEmpty {
                guard !Task.isCancelled else { return nil }
                let count = signal?.count ?? 0
                let filter = OutboxFilter(after: cursor.position, limit: Self.pageSize)
                do throws(StoreError) {
                    page = try await gateway.store.notifications(matching: filter)[...]
                } catch {
                    gateway.logger.error("changes not read", metadata: ["error": "\(error)"])
                }
                if page.isEmpty { await gateway.pause(Self.pause, or: signal, beyond: count) }
            }
            let entry = page.removeFirst()
            cursor = ChangeCursor(position: entry.position)
            return Element(cursor: cursor, notification: entry.notification)
        }
    }
}

extension Gateway {
    /// Everything that happens to payments, in the order in which it was committed.
    ///
    /// - Parameter cursor: The last change that was dealt with; from the very first one when not given.
    /// - Returns: The changes behind it, and what comes next.
    public func changes(after cursor: ChangeCursor = .beginning) -> PaymentChanges {
        PaymentChanges(gateway: self, start: cursor)
    }
}
