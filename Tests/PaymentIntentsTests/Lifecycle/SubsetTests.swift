import PaymentIntents
import Testing

@Suite("Every set of claims")
struct SubsetTests {
    /// All 2⁹ sets, each with what a lifecycle makes of it.
    private static let subsets: [(seen: Set<Input>, claims: ClaimSet)] = (0..<(1 << Input.all.count))
        .map { mask in
            let members = Input.all.indices.filter { mask >> $0 & 1 == 1 }.map { Input.all[$0] }
            return (Set(members), members.reduce(into: []) { $0.formUnion($1.set) })
        }

    @Test("There are 512 of them, all different")
    func count() {
        #expect(Set(Self.subsets.map(\.claims)).count == 512)
    }

    @Test("The first row of the table that holds gives the status")
    func status() throws {
        for (seen, claims) in Self.subsets {
            let row = StatusRow.table[try #require(StatusRow.index(for: seen))]
            #expect(Lifecycle.status(of: claims) == row.status, "\(row.title): \(seen.map(\.name))")
        }
    }

    @Test("A success is late exactly when expired or cancelled was seen as well")
    func lateness() {
        for (seen, claims) in Self.subsets {
            let late = StatusRow.isLate(seen, Lifecycle.status(of: claims))
            #expect(Lifecycle.isLate(claims) == late, "\(seen.map(\.name))")
        }
    }

    @Test("Every row of the table decides for some set", arguments: StatusRow.table.indices)
    func row(_ index: Int) {
        #expect(Self.subsets.contains { StatusRow.index(for: $0.seen) == index }, "\(StatusRow.table[index].title)")
    }

    @Test("Every status is reachable", arguments: PaymentStatus.allCases)
    func reachable(_ status: PaymentStatus) {
        #expect(Self.subsets.contains { Lifecycle.status(of: $0.claims) == status })
    }

    @Test("Bits that no claim has change nothing")
    func unknownBits() {
        for (_, claims) in Self.subsets {
            let padded = ClaimSet(rawValue: claims.rawValue | 0xFE00)
            #expect(Lifecycle.status(of: padded) == Lifecycle.status(of: claims))
        }
    }

    @Test("The stored number of each input never changes")
    func storedBits() {
        #expect(Input.all.map(\.set.rawValue) == [1, 2, 4, 8, 16, 32, 64, 128, 256])
    }

    @Test("Each word is stored under its own name")
    func words() {
        #expect(
            Claim.allCases.map(\.rawValue)
                == ["pending", "expired", "cancelled", "review", "failed", "rejected", "succeeded"]
        )
        #expect(Resolution.allCases.map(\.rawValue) == ["succeeded", "rejected"])
        #expect(
            PaymentStatus.allCases.map(\.rawValue) == [
                "created", "pending", "requiresReview", "expired", "cancelled", "failed", "rejected", "succeeded",
                "conflicted",
            ]
        )
    }
}
