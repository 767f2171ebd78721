enum SecretMutants {
    static let all: [Mutant] = []
}
