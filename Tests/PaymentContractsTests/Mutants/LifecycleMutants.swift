enum LifecycleMutants {
    static let all: [Mutant] = []
}
