import StrictJSON

extension JSONValue {
    /// The text of a string that is not empty.
    var filledString: String? {
        guard let string, !string.isEmpty else { return nil }
        return string
    }
}
