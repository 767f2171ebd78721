/// The HTTP methods that the interface knows.
enum Method: String, Sendable {
    case GET, POST
}
