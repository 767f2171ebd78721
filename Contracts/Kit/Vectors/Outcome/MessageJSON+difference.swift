extension MessageJSON {
    /// An object of what is there.
    ///
    /// - Parameter members: Names and values; those without a value are left out.
    init(present members: KeyValuePairs<String, MessageJSON?>) {
        self = .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// The first difference between what came and what is due. The order of members does not count.
    ///
    /// - Parameters:
    ///   - due: What is due.
    ///   - path: Where both stand.
    /// - Returns: Where it is, and the two values there; `nil` when the two are equal.
    func difference(from due: MessageJSON, at path: String) -> (path: String, came: String, due: String)? {
        switch (self, due) {
        case (.object(let members), .object(let dueMembers)):
            let names = dueMembers.map(\.name)
            for name in names + members.map(\.name).filter({ !names.contains($0) }) {
                let place = "\(path).\(name)"
                guard let value = self[[name]] else { return (place, "nothing", due[[name]]?.excerpt ?? "nothing") }
                guard let dueValue = due[[name]] else { return (place, value.excerpt, "nothing") }
                if let difference = value.difference(from: dueValue, at: place) { return difference }
            }
            return nil
        case (.array(let elements), .array(let dueElements)) where elements.count == dueElements.count:
            for (index, pair) in zip(elements, dueElements).enumerated() {
                if let difference = pair.0.difference(from: pair.1, at: "\(path)[\(index)]") { return difference }
            }
            return nil
        default:
            return self == due ? nil : (path, excerpt, due.excerpt)
        }
    }
}
