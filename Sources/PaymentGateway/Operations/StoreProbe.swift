/// Looks whether the store can be written, once for all who ask meanwhile: anybody may ask, and each look is a write that
/// callbacks wait for.
actor StoreProbe {
    private let store: any PaymentStore
    private var look: Task<Bool, Never>?

    init(_ store: any PaymentStore) {
        self.store = store
    }

    /// Whether the store can be read and written.
    func isUsable() async -> Bool {
        if let look { return await look.value }
        let look = Task { [store] in (try? await store.check()) != nil }
        self.look = look
        defer { self.look = nil }
        return await look.value
    }
}
