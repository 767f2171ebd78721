/// What is declared works, and what is not declared is refused.
enum CapabilityRules {
    static let all: [AdapterRule] = []
}
