import Foundation

/// Looks whether the store can be written, once for all who ask within a second: anybody may ask, and each look is a
/// write that callbacks wait for.
actor StoreProbe {
    private static let validity: TimeInterval = 1

    private let store: any PaymentStore
    private var latest: (time: Date, look: Task<Bool, Never>)?

    init(_ store: any PaymentStore) {
        self.store = store
    }

    /// Whether the store can be read and written.
    ///
    /// - Parameter now: The present time.
    /// - Returns: What the latest look has found, or finds.
    func isUsable(at now: Date) async -> Bool {
        if let latest, abs(now.timeIntervalSince(latest.time)) < Self.validity { return await latest.look.value }
        let look = Task { [store] in (try? await store.check()) != nil }
        latest = (now, look)
        return await look.value
    }
}
