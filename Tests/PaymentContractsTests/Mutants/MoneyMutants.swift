enum MoneyMutants {
    static let all: [Mutant] = []
}
