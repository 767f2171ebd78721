extension MessageJSON {
    /// The paths of all members, outer ones before those in them; what is in lists is not among them.
    var paths: [[String]] {
        guard case .object(let members) = self else { return [] }
        return members.flatMap { member in [[member.name]] + member.value.paths.map { [member.name] + $0 } }
    }
}
