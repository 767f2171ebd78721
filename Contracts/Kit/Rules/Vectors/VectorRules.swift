/// What goes in and what must come out, byte for byte.
enum VectorRules {
    static let all: [AdapterRule] = []
}
