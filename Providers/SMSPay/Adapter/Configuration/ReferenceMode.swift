import StrictJSON

/// Which field carries the merchant's reference.
///
/// SMS Pay API, ‘Create intent’. The first version has only `customerReference`. Newer ones hold that to 16 characters,
/// since the customer types it into the wallet app, and take the order number as `merchantReference`.
enum ReferenceMode: String, Sendable, CaseIterable {
    /// The reference is the `customerReference`, whole.
    case seed

    /// The reference is the `merchantReference`; SMS Pay makes up a short `customerReference`.
    case split

    /// The field of a creation.
    var creationField: String {
        switch self {
        case .seed: "customerReference"
        case .split: "merchantReference"
        }
    }

    /// The reference that is compared with ours.
    ///
    /// When the field of this mode is not there, the other one is compared, so an answer that names only somebody
    /// else's reference never passes as ours.
    ///
    /// - Parameters:
    ///   - object: An intent, or the `data` of a webhook.
    ///   - merchant: `merchantReference`, or `merchant_reference` in a webhook.
    ///   - customer: `customerReference`, or `customer_reference` in a webhook.
    /// - Returns: `nil` when there is neither.
    func reference(in object: JSONValue, merchant: String, customer: String) -> String? {
        switch self {
        case .seed: object[customer]?.filledString ?? object[merchant]?.filledString
        case .split: object[merchant]?.filledString ?? object[customer]?.filledString
        }
    }
}
