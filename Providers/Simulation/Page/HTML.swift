/// A piece of HTML: text that is interpolated into it is escaped, HTML that is interpolated into it is not.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The markup.
    public let markup: String

    /// Markup that stands in the source.
    public init(stringLiteral markup: String) {
        self.markup = markup
    }

    /// Markup from the source with values put in.
    public init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }

    /// Several pieces one after the other.
    ///
    /// - Parameter pieces: the pieces.
    public init(_ pieces: [HTML]) {
        markup = pieces.map(\.markup).joined(separator: "\n")
    }

    /// Collects markup; the only way for a value to get into it unescaped is to be HTML already.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        /// Starts with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity)
        }

        /// Adds markup from the source.
        public mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// Adds a value as text; it can stand in an element or in a quoted attribute.
        public mutating func appendInterpolation(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": markup += "&amp;"
                case "<": markup += "&lt;"
                case ">": markup += "&gt;"
                case "\"": markup += "&quot;"
                case "'": markup += "&#39;"
                default: markup.unicodeScalars.append(scalar)
                }
            }
        }

        /// Adds a piece of HTML as it is.
        public mutating func appendInterpolation(_ html: HTML) {
            markup += html.markup
        }
    }
}
