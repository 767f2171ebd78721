extension MessageJSON {
    /// Whether there is a `null`, or an empty text, list or object, anywhere.
    var hasBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty || elements.contains(where: \.hasBlank)
        case .object(let members): members.isEmpty || members.contains(where: \.value.hasBlank)
        case .number, .boolean: false
        }
    }
}
