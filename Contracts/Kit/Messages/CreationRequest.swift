public import PaymentIntents

/// The body of a creation, as the provider's documents show it: one JSON object, and where in it things are said.
public struct CreationRequest: Sendable {
    /// Where each thing is said: names of members, from the outside in. What is not said is not here.
    public var fields: [RequestField: [String]]

    /// The fields that are left out when the order does not ask for them.
    public var optional: Set<RequestField>

    /// How the amount is written.
    public var amountForm: AmountForm

    /// What the amount counts.
    public var amountUnit: AmountUnit

    /// The words for the two directions, where the request says which.
    public var kinds: [PaymentKind: String]

    /// The words for the wallets, where the request names one.
    public var methods: [PaymentMethod: String]

    /// Describes the body of a creation.
    ///
    /// - Parameters:
    ///   - fields: Where each thing is said.
    ///   - optional: The fields that are left out when the order does not ask for them.
    ///   - amountForm: How the amount is written.
    ///   - amountUnit: What the amount counts.
    ///   - kinds: The words for the two directions.
    ///   - methods: The words for the wallets.
    public init(
        fields: [RequestField: [String]] = [:],
        optional: Set<RequestField> = [],
        amountForm: AmountForm = .number,
        amountUnit: AmountUnit = .major,
        kinds: [PaymentKind: String] = [:],
        methods: [PaymentMethod: String] = [:]
    ) {
        self.fields = fields
        self.optional = optional
        self.amountForm = amountForm
        self.amountUnit = amountUnit
        self.kinds = kinds
        self.methods = methods
    }
}
