extension MessageJSON {
    /// The paths of all members that are no objects themselves.
    var leaves: [[String]] {
        guard case .object(let members) = self else { return [] }
        return members.flatMap { member in
            guard case .object = member.value else { return [[member.name]] }
            return member.value.leaves.map { [member.name] + $0 }
        }
    }

    /// Values of every JSON type, none of which says anything.
    static let meaningless: [MessageJSON] = [.null, .boolean(true), .string(""), .array([]), .object([])]
}
