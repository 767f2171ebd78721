import PaymentIntents

extension AdapterSettings {
    /// Reads one word out of a few, where a missing key means something of its own.
    ///
    /// - Parameter key: The key.
    /// - Returns: The word, or `nil` when the key is absent.
    /// - Throws: `ConfigurationError` that lists the words.
    mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(ConfigurationError) -> Choice? {
        guard try text(key) != nil else { return nil }
        return try choice(key, default: nil)
    }
}
