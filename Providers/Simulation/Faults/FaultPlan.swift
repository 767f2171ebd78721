import Synchronization

/// The faults that are armed; it can be changed while the simulator runs.
public final class FaultPlan: Sendable {
    private let remaining: Mutex<[Fault: FaultCount]>

    /// Makes a plan.
    ///
    /// - Parameter faults: what is armed at the start.
    public init(_ faults: [Fault: FaultCount] = [:]) {
        remaining = Mutex(faults)
    }

    /// Arms a fault, in place of what was armed of it before.
    ///
    /// - Parameters:
    ///   - fault: what goes wrong.
    ///   - count: how often; ``Fault/customaryCount`` when not given.
    public func arm(_ fault: Fault, _ count: FaultCount? = nil) {
        remaining.withLock { $0[fault] = count ?? fault.customaryCount }
    }

    /// Disarms a fault.
    ///
    /// - Parameter fault: what no longer goes wrong.
    public func disarm(_ fault: Fault) {
        remaining.withLock { $0[fault] = nil }
    }

    /// Disarms everything.
    public func disarmAll() {
        remaining.withLock { $0.removeAll() }
    }

    /// The faults that still strike, with how often.
    public var armed: [Fault: FaultCount] { remaining.withLock { $0 } }

    /// Whether the fault strikes this time; uses up one of its count.
    ///
    /// - Parameter fault: what may go wrong here.
    /// - Returns: whether it does.
    public func strikes(_ fault: Fault) -> Bool {
        remaining.withLock { remaining in
            switch remaining[fault] {
            case nil: return false
            case .always: return true
            case .once:
                remaining[fault] = nil
                return true
            case .times(let count):
                remaining[fault] = count > 1 ? .times(count - 1) : nil
                return count > 0
            }
        }
    }
}
