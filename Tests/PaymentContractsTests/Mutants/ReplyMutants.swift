enum ReplyMutants {
    static let all: [Mutant] = []
}
