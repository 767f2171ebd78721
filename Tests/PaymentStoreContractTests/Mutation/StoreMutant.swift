import PaymentContracts
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

/// A store that is wrong in exactly one way, and the rule that is meant to notice.
struct StoreMutant: Sendable, CustomStringConvertible {
    /// What is wrong with it, as a sentence without its subject: `gives one lease to two`.
    let description: String

    /// The name of the rule that is meant to notice.
    let rule: String

    /// The store.
    let subject: MutatedSubject

    /// A store of which one method is wrong.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - mutate: Makes an opening of it wrong.
    init(
        _ description: String,
        caughtBy rule: StoreRule,
        _ mutate: @escaping @Sendable (inout MutatedStore, MutationSite) -> Void
    ) {
        self.init(description, caughtBy: rule) { site, environment throws(StoreError) in
            var store = MutatedStore(try await site.data.open(environment))
            mutate(&store, site)
            return store
        }
    }

    /// A store that is opened wrongly.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - opening: Opens it.
    init(
        _ description: String,
        caughtBy rule: StoreRule,
        opening: @escaping @Sendable (MutationSite, PaymentEnvironment) async throws(StoreError) -> any PaymentStore
    ) {
        self.description = description
        self.rule = rule.id
        subject = MutatedSubject(base: SQLiteSubject(for: rule.id), opening: opening)
    }
}
