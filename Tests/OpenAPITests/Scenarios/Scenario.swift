/// Something that happens in a town.
struct Scenario: Sendable, CustomStringConvertible {
    let description: String
    let plan: TownPlan
    let visit: @Sendable (Town) async throws -> Void

    init(_ name: String, in plan: TownPlan = TownPlan(), _ visit: @escaping @Sendable (Town) async throws -> Void) {
        self.description = name
        self.plan = plan
        self.visit = visit
    }
}
