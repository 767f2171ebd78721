import PaymentGateway
import PaymentIntents

/// A callback and what the inbox keeps beside its bytes.
struct InboxRow {
    /// The callback as it came first.
    let delivery: CallbackDelivery

    /// How often its bytes came.
    private(set) var copies = 1

    /// What became of it.
    private(set) var state: InboxState

    private var kept: [Value]

    /// Collects what is kept.
    ///
    /// - Parameters:
    ///   - delivery: The callback.
    ///   - state: What became of it.
    ///   - payment: The number of the payment that it was folded into.
    ///   - meaning: What it says, when it says something about a payment.
    ///   - awaited: The names of the payment that it waits for.
    ///   - note: Why it is kept.
    init(
        _ delivery: CallbackDelivery,
        state: InboxState,
        payment: Int64? = nil,
        meaning: CallbackMeaning? = nil,
        awaited: PaymentLookup? = nil,
        note: String? = nil
    ) {
        self.delivery = delivery
        self.state = state
        // An id excludes everything else, see the matching rule.
        let isNamed = awaited?.providerPaymentID != nil
        kept = [
            .outside(note), .integer(payment), .name(meaning?.trust), .boolean(meaning?.isHint ?? false),
            // Once it is folded, the history has it.
            .text(awaited == nil ? nil : meaning?.evidence.map { EvidenceDocument($0).text }),
            .outside(awaited?.providerPaymentID), .name(isNamed ? nil : awaited?.kind),
            .outside(isNamed ? nil : awaited?.reference),
        ]
    }

    /// Counts another arrival of the same bytes. What says more stays.
    mutating func count(_ other: InboxRow) {
        copies += other.copies
        guard other.state.weight > state.weight else { return }
        state = other.state
        kept = other.kept
    }

    private static let changing = [
        "weight", "state", "note", "payment", "trust", "is_hint", "evidence", "awaited_id", "awaited_kind",
        "awaited_reference",
    ]

    private static let columns = ["account", "body_hash", "received_at", "copies", "headers", "body"] + changing

    /// Writes callbacks, or counts those that are there. They are numbered in the order in which they came, and written in
    /// the order of their hashes: two instances with the same callbacks do not wait for each other.
    private static let insertion = """
        INSERT INTO inbox AS known (number, environment, \(columns.joined(separator: ", ")))
        SELECT new.number, $1, \(columns.map { "new.\($0)" }.joined(separator: ", "))
        FROM (
            SELECT nextval('inbox_number') AS number, row.*
            FROM unnest(\(Statement.places(from: 2, columns.count))) AS row(\(columns.joined(separator: ", ")))
            OFFSET 0
        ) AS new
        ORDER BY new.body_hash COLLATE "C", new.account COLLATE "C"
        ON CONFLICT (body_hash, account, environment) DO UPDATE SET
            copies = known.copies + excluded.copies,
            \(changing.map { "\($0) = CASE WHEN excluded.weight > known.weight THEN excluded.\($0) ELSE known.\($0) END" }
            .joined(separator: ",\n            "))
        """

    /// Writes callbacks, or counts them.
    ///
    /// - Parameters:
    ///   - rows: The callbacks in the order in which they came, no two of the same account and bytes.
    ///   - environment: The environment whose payments are seen.
    /// - Returns: The statement; none for no callback.
    static func insertion(of rows: [InboxRow], in environment: PaymentEnvironment) -> Statement? {
        guard let first = rows.first else { return nil }
        return Statement(insertion, [.name(environment)], rows: rows.map(\.values), like: first.values)
    }

    private var values: [Value] {
        [
            .text(delivery.account.rawValue), .outside(delivery.bodyHash), .time(delivery.receivedAt),
            .integer(Int64(copies)), .text(delivery.headerText),
            .bytes(delivery.callback.body), .integer(Int64(state.weight)), .name(state),
        ] + kept
    }
}
