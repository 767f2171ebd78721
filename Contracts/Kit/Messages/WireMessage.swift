public import Foundation
public import PaymentIntents

/// A message of a provider, as its documents show it: a genuine sample, and where in it things are said.
public struct WireMessage: Sendable {
    /// The documents' sample: one JSON object.
    public var sample: MessageJSON

    /// Where each thing is said: names of members, from the outside in. What is not said is not here.
    public var fields: [WireField: [String]]

    /// The fields without which the message cannot be understood.
    public var required: Set<WireField>

    /// Members that no field stands for and without which an answer is not understood, each as names from the outside in:
    /// `success` of an envelope, for example.
    public var requiredMembers: [[String]]

    /// Every documented word for what happened, and what it claims.
    public var claims: [String: Claim]

    /// The words for the two directions, where the message says which.
    public var kinds: [PaymentKind: String]

    /// The words for the two environments, where the message says which.
    public var environments: [PaymentEnvironment: String]

    /// Whether the words for what happened count in any case.
    public var ignoresCase: Bool

    /// Whether an amount counts as text and as number, whole and with zeros behind the point; otherwise it counts the
    /// way the sample writes it.
    public var takesEveryAmountForm: Bool

    /// What the amount counts. In major units any exact writing of it is the same amount, as a text or as a number.
    public var amountUnit: AmountUnit

    /// Until when the customer can pay, by the sample. Not needed where its text is a time of ISO 8601 with a zone; a time
    /// without one, such as that of Dhaka, or a time to be counted from another one has to be stated here.
    public var expiresAt: Date?

    /// Describes a message.
    ///
    /// - Parameters:
    ///   - sample: The documents' sample.
    ///   - fields: Where each thing is said.
    ///   - required: The fields without which the message cannot be understood.
    ///   - requiredMembers: Members that no field stands for and without which an answer is not understood.
    ///   - claims: Every documented word for what happened, and what it claims.
    ///   - kinds: The words for the two directions.
    ///   - environments: The words for the two environments.
    ///   - ignoresCase: Whether the words for what happened count in any case.
    ///   - takesEveryAmountForm: Whether an amount counts as text and as number, whole and with zeros.
    ///   - amountUnit: What the amount counts.
    ///   - expiresAt: Until when the customer can pay, by the sample.
    public init(
        sample: MessageJSON,
        fields: [WireField: [String]],
        required: Set<WireField>,
        requiredMembers: [[String]] = [],
        claims: [String: Claim] = [:],
        kinds: [PaymentKind: String] = [:],
        environments: [PaymentEnvironment: String] = [:],
        ignoresCase: Bool = false,
        takesEveryAmountForm: Bool = false,
        amountUnit: AmountUnit = .major,
        expiresAt: Date? = nil
    ) {
        self.sample = sample
        self.fields = fields
        self.required = required
        self.requiredMembers = requiredMembers
        self.claims = claims
        self.kinds = kinds
        self.environments = environments
        self.ignoresCase = ignoresCase
        self.takesEveryAmountForm = takesEveryAmountForm
        self.amountUnit = amountUnit
        self.expiresAt = expiresAt
    }
}
