import ProviderSimulation

/// Every choice of a run, from one seed.
struct Dice {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// Whether something happens that has a chance of so many in a thousand.
    mutating func happens(_ perMille: Int) -> Bool { number(1...1000) <= perMille }

    mutating func one<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &generator) }

    /// One of several things, each as likely as its weight.
    mutating func one<Element>(weighing elements: [(Int, Element)]) -> Element? {
        let total = elements.reduce(0) { $0 + $1.0 }
        guard total > 0 else { return nil }
        var rest = number(1...total)
        for (weight, element) in elements {
            rest -= weight
            if rest <= 0 { return element }
        }
        return nil
    }

    mutating func bits() -> UInt64 { generator.next() }
}
