/// What an authentic callback says is taken as it stands, and kept apart when it is not ours.
enum CallbackContentRules {
    static let all: [AdapterRule] = []
}
