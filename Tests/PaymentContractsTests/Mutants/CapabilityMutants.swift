enum CapabilityMutants {
    static let all: [Mutant] = []
}
