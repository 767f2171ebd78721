import PaymentIntents

/// One row of the table in the design, written down a second time and in other words than the code.
struct StatusRow: Sendable {
    let title: String
    let status: PaymentStatus
    let holds: @Sendable (Set<Input>) -> Bool

    /// First row that holds gives the status.
    static let table: [StatusRow] = [
        StatusRow(title: "operators who disagree", status: .conflicted) {
            $0.isSuperset(of: [.resolution(.succeeded), .resolution(.rejected)])
        },
        StatusRow(title: "resolved as succeeded", status: .succeeded) { $0.contains(.resolution(.succeeded)) },
        StatusRow(title: "resolved as rejected", status: .rejected) { $0.contains(.resolution(.rejected)) },
        StatusRow(title: "succeeded, and rejected or failed", status: .conflicted) {
            $0.contains(.claim(.succeeded)) && ($0.contains(.claim(.rejected)) || $0.contains(.claim(.failed)))
        },
        StatusRow(title: "succeeded", status: .succeeded) { $0.contains(.claim(.succeeded)) },
        StatusRow(title: "rejected", status: .rejected) { $0.contains(.claim(.rejected)) },
        StatusRow(title: "failed", status: .failed) { $0.contains(.claim(.failed)) },
        StatusRow(title: "review", status: .requiresReview) { $0.contains(.claim(.review)) },
        StatusRow(title: "cancelled", status: .cancelled) { $0.contains(.claim(.cancelled)) },
        StatusRow(title: "expired", status: .expired) { $0.contains(.claim(.expired)) },
        StatusRow(title: "pending", status: .pending) { $0.contains(.claim(.pending)) },
        StatusRow(title: "nothing yet", status: .created) { $0.isEmpty },
    ]

    /// The index in ``table`` of the row that decides.
    static func index(for seen: Set<Input>) -> Int? {
        table.firstIndex { $0.holds(seen) }
    }

    /// A success is late when the time had passed or the customer had turned back.
    static func isLate(_ seen: Set<Input>, _ status: PaymentStatus) -> Bool {
        status == .succeeded && (seen.contains(.claim(.expired)) || seen.contains(.claim(.cancelled)))
    }
}
