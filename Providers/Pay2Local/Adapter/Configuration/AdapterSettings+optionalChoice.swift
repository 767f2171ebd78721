import PaymentIntents

extension AdapterSettings {
    /// One word out of a few, or `nil` when the key is absent and that means something of its own.
    ///
    /// - Parameter key: The key.
    /// - Throws: `ConfigurationError` that lists the words.
    mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(ConfigurationError) -> Choice? {
        guard try text(key) != nil else { return nil }
        return try choice(key, default: nil)
    }
}
