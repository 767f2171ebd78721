import StrictJSON

/// The reason for which bytes are refused, or `nil` if they are accepted.
func refusal(_ bytes: [UInt8], limits: JSONLimits = .default) -> JSONError.Code? {
    do throws(JSONError) {
        _ = try JSONDocument(bytes, limits: limits)
        return nil
    } catch {
        return error.code
    }
}

/// The reason for which a text is refused, or `nil` if it is accepted.
func refusal(_ text: String, limits: JSONLimits = .default) -> JSONError.Code? {
    refusal(Array(text.utf8), limits: limits)
}
