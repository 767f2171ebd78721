import Foundation

/// Does something with each element, as many at a time as there are processors.
///
/// - Parameters:
///   - elements: The elements, taken in this order.
///   - work: What is done with one.
///   - take: Takes what came of one, in the order in which they end. Nothing more is begun once it says `false`.
func inParallel<Element: Sendable, Outcome: Sendable>(
    _ elements: some Sequence<Element>,
    _ work: @escaping @Sendable (Element) async -> Outcome,
    take: (Outcome) -> Bool
) async {
    await withTaskGroup(of: Outcome.self) { group in
        var rest = elements.makeIterator()
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            guard let element = rest.next() else { break }
            group.addTask { await work(element) }
        }
        var goesOn = true
        while let outcome = await group.next() {
            goesOn = take(outcome) && goesOn
            guard goesOn, let element = rest.next() else { continue }
            group.addTask { await work(element) }
        }
    }
}
