/// What leaves is exactly what the provider documents, and what we were asked for.
enum RequestRules {
    static let all = addresses + messages + amounts + contents + refusals
}
