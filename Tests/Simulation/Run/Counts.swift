/// What happened in some runs.
public struct Counts: Sendable, Hashable {
    /// Runs.
    public internal(set) var seeds = 0
    /// Choices of the scheduler.
    public internal(set) var steps = 0
    /// Processes that were ended without warning.
    public internal(set) var crashes = 0
    /// Authentic callbacks that were handed to an engine.
    public internal(set) var callbacks = 0
    /// Of these, those that had been handed over before.
    public internal(set) var duplicates = 0
    /// Callbacks that were not authentic.
    public internal(set) var forged = 0
    /// Requests and answers that the network harmed.
    public internal(set) var networkFaults = 0
    /// Payments in the store at the end.
    public internal(set) var payments = 0
    /// Of these, withdrawals.
    public internal(set) var withdrawals = 0
    /// Of these, those of which nobody can know what their provider has.
    public internal(set) var excused: [Excuse: Int] = [:]
    /// Notifications that arrived at the merchant.
    public internal(set) var notifications = 0
    /// Runs after which provider and store agreed.
    public internal(set) var converged = 0

    /// Nothing so far.
    public init() {}

    /// Adds up two counts.
    public static func += (left: inout Counts, right: Counts) {
        left.seeds += right.seeds
        left.steps += right.steps
        left.crashes += right.crashes
        left.callbacks += right.callbacks
        left.duplicates += right.duplicates
        left.forged += right.forged
        left.networkFaults += right.networkFaults
        left.payments += right.payments
        left.withdrawals += right.withdrawals
        left.excused.merge(right.excused, uniquingKeysWith: +)
        left.notifications += right.notifications
        left.converged += right.converged
    }
}

extension Counts: CustomStringConvertible {
    /// All of them by name.
    public var description: String {
        """
        seeds \(seeds), steps \(steps), crashes \(crashes), callbacks \(callbacks), duplicates \(duplicates), \
        forged \(forged), network faults \(networkFaults), payments \(payments), withdrawals \(withdrawals), \
        excused \(excusedText), notifications \(notifications), converged \(converged)
        """
    }

    private var excusedText: String {
        let parts = Excuse.allCases.map { "\($0.rawValue) \(excused[$0, default: 0])" }
        return "\(excused.values.reduce(0, +)) (\(parts.joined(separator: ", ")))"
    }
}
