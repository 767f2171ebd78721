extension JSONValue {
    /// The text of a string that is not empty; providers send an empty one for what they do not know.
    public var filledString: String? {
        guard let string, !string.isEmpty else { return nil }
        return string
    }
}
