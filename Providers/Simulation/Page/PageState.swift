/// Where a payment stands, in words for the customer.
public struct PageState: Sendable, Hashable {
    /// How the words are coloured.
    public enum Tone: String, Sendable, Hashable {
        /// Nothing has been decided.
        case waiting
        /// It went well.
        case good
        /// It did not.
        case bad
    }

    /// The words.
    public let words: String
    /// The CSS class.
    let tone: String

    /// Describes a state.
    ///
    /// - Parameters:
    ///   - words: what the customer reads.
    ///   - tone: how it is coloured.
    public init(_ words: String, _ tone: Tone) {
        self.words = words
        self.tone = tone.rawValue
    }
}
