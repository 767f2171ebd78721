enum IdempotencyMutants {
    static let all: [Mutant] = []
}
