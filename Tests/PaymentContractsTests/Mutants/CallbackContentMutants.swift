enum CallbackContentMutants {
    static let all: [Mutant] = []
}
