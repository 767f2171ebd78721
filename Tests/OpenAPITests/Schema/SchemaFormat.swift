import Foundation

/// The formats of JSON Schema that our files use. Here they are checked, not only noted.
enum SchemaFormat: String {
    case dateTime = "date-time"
    case uri
    case uuid

    /// Whether a text is of the format.
    func holds(for text: String) -> Bool {
        switch self {
        case .dateTime:
            // RFC 3339: the date must exist too, which only a parser knows.
            text.wholeMatch(of: /[0-9-]{10}T[0-9:]{8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})/) != nil
                && [true, false]
                    .contains { fraction in
                        (try? Date.ISO8601FormatStyle(includingFractionalSeconds: fraction).parse(text)) != nil
                    }
        case .uri:
            text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && URL(string: text)?.scheme != nil
        case .uuid:
            text.wholeMatch(of: /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/) != nil
        }
    }
}
