enum RequestMutants {
    static let all: [Mutant] = []
}
