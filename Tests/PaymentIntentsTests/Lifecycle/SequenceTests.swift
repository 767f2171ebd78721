import PaymentIntents
import Testing

/// The state after a sequence is looked up by the *set* of what was said, so agreement on every sequence shows that
/// neither order nor repetition matters.
@Suite("Every sequence of up to six inputs")
struct SequenceTests {
    private static let expected: [(status: PaymentStatus, isLate: Bool)] = (0..<(1 << Input.all.count))
        .map { mask in
            let seen = Set(Input.all.indices.filter { mask >> $0 & 1 == 1 }.map { Input.all[$0] })
            guard let index = StatusRow.index(for: seen) else { return (.created, true) }
            let status = StatusRow.table[index].status
            return (status, StatusRow.isLate(seen, status))
        }

    @Test(
        "ends as its set says, tells every change, and tells a success at most once",
        arguments: Input.all.indices
    )
    func everySequence(startingWith first: Int) {
        var walk = SequenceWalk(expected: Self.expected)
        walk.walk(from: first, length: 6)
        #expect(walk.steps == 66_430)  // 9⁰ + 9¹ + … + 9⁵
        #expect(walk.firstDifference == nil)
        // Created is only ever left.
        #expect(walk.statuses.isSubset(of: PaymentStatus.allCases.filter { $0 != .created }))
    }

    @Test("Nothing absorbed is nothing changed")
    func nothing() {
        var lifecycle = Lifecycle()
        #expect(lifecycle.absorb([]) == nil)
        #expect(lifecycle == Lifecycle())
    }

    @Test("Several claims at once are worth the same as one after the other", arguments: Input.all, Input.all)
    func together(_ first: Input, _ second: Input) {
        var apart = Lifecycle()
        _ = apart.absorb(first.set)
        _ = apart.absorb(second.set)
        var joined = Lifecycle()
        let announcement = joined.absorb(first.set.union(second.set))
        #expect(joined.claims == apart.claims)
        #expect(announcement == joined.status)
    }

    @Test("What a store kept goes on where it stopped", arguments: Input.all, Input.all)
    func restored(_ first: Input, _ second: Input) {
        var kept = Lifecycle()
        _ = kept.absorb(first.set)
        var restored = Lifecycle(claims: kept.claims, hasAnnouncedSuccess: kept.hasAnnouncedSuccess)
        #expect(restored == kept)
        #expect(restored.absorb(second.set) == kept.absorb(second.set))
    }
}
