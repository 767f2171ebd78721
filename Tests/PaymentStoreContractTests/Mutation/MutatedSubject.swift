import PaymentGateway
import PaymentIntents
import PaymentStoreContracts
import Synchronization

/// A subject whose store is wrong; all else is as it was.
struct MutatedSubject: StoreSubject {
    let base: SQLiteSubject
    let opening: @Sendable (MutationSite, PaymentEnvironment) async throws(StoreError) -> any PaymentStore

    var name: String { base.name }
    var isShared: Bool { base.isShared }
    var servesAlone: Bool { base.servesAlone }

    func withEmptyData(_ work: @Sendable (any StoreData) async throws -> Void) async throws {
        try await base.withEmptyData { data in
            try await base.withEmptyData { other in
                try await work(MutatedData(site: MutationSite(data: data, other: other), opening: opening))
            }
        }
    }
}

/// Data that are opened by a store that is wrong.
struct MutatedData: StoreData {
    let site: MutationSite
    let opening: @Sendable (MutationSite, PaymentEnvironment) async throws(StoreError) -> any PaymentStore

    func open(_ environment: PaymentEnvironment) async throws(StoreError) -> any PaymentStore {
        site.openings.withLock { $0 += 1 }
        return try await opening(site, environment)
    }

    func whileBlocked(_ work: @Sendable () async throws -> Void) async throws {
        try await site.data.whileBlocked(work)
    }
}

/// What the wrong stores on the same data share: a place to put what they should not rely on.
final class MutationSite: Sendable {
    /// The data.
    let data: any StoreData

    /// Other data, empty at first, for a store that writes to the wrong place.
    let other: any StoreData

    /// How often the data were opened, the present opening included.
    let openings = Mutex(0)

    /// Texts that were seen.
    let seen = Mutex<Set<String>>([])

    /// Payments that were seen, by some name.
    let payments = Mutex<[String: Payment]>([:])

    /// Numbers by some name.
    let numbers = Mutex<[String: Int]>([:])

    /// Notifications that were taken.
    let taken = Mutex<[PendingNotification]>([])

    /// Changes that were not written.
    let changes = Mutex<[@Sendable (Payment) -> PaymentChange?]>([])

    let recordTwins = Twins<RecordOutcome>()
    let modifyTwins = Twins<ModifyOutcome?>()
    let absorbTwins = Twins<[AbsorbOutcome]>()
    let dueTwins = Twins<[Payment]>()
    let notificationTwins = Twins<[PendingNotification]>()

    init(data: any StoreData, other: any StoreData) {
        self.data = data
        self.other = other
    }

    /// Marks a text as seen.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether it is new.
    func isNew(_ text: String) -> Bool { seen.withLock { $0.insert(text).inserted } }

    /// The first payment that was put under a name, be it this one.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - payment: The payment to put there when there is none.
    /// - Returns: The payment that is there.
    func first(_ name: String, _ payment: Payment) -> Payment {
        payments.withLock { payments in
            let first = payments[name] ?? payment
            payments[name] = first
            return first
        }
    }
}
