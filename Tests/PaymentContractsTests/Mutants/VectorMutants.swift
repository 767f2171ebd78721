enum VectorMutants {
    static let all: [Mutant] = []
}
