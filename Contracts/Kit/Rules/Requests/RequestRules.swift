/// What leaves is exactly what the provider documents, and what we were asked for.
enum RequestRules {
    static let all = addresses + queries + messages + amounts + references + contents
}
