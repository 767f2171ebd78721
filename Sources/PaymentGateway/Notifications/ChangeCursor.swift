/// A place in the changes of a store. Its text can be kept anywhere and read again later.
public struct ChangeCursor: Sendable, Hashable {
    let position: Int64

    init(position: Int64) {
        self.position = position
    }

    /// In front of the very first change.
    public static let beginning = ChangeCursor(position: 0)

    /// Reads what ``description`` wrote.
    ///
    /// - Parameter text: The text.
    public init?(_ text: String) {
        guard let position = Int64(text), position >= 0 else { return nil }
        self.init(position: position)
    }
}

extension ChangeCursor: LosslessStringConvertible {
    /// The place, as a text.
    public var description: String { String(position) }
}
