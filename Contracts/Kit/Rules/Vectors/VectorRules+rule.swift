extension VectorRules {
    /// A rule about those vectors of one kind that expect certain things.
    ///
    /// - Parameters:
    ///   - id: The rule's name.
    ///   - why: Why it is there.
    ///   - kind: The kind of vectors.
    ///   - names: Members of `expect`. Vectors that have none of them are left to other rules, as are other members.
    /// - Returns: The rule.
    static func rule(
        _ id: String,
        _ why: String,
        of kind: VectorKind,
        expecting names: [String]
    ) -> AdapterRule {
        let examples = ContractRequirement<any AdapterSubject>(
            "\(kind.rawValue) vectors with \(names.joined(separator: " or "))"
        ) {
            subject in
            // Vectors that cannot be read are no reason to leave out what they may show.
            guard let vectors = try? VectorReader.vectors(in: subject.vectors, of: subject.name) else { return true }
            return vectors.contains { vector in
                vector.given.kind == kind && names.contains { vector.expected[[$0]] != nil }
            }
        }
        return AdapterRule(id, why, needs: examples) { subject in
            var violations: [(vector: String, violation: ContractViolation)] = []
            for vector in try VectorReader.vectors(in: subject.vectors, of: subject.name)
            where vector.given.kind == kind {
                guard let name = names.first(where: { vector.expected[[$0]] != nil }) else { continue }
                if let violation = try vector.violation(of: name, by: subject) {
                    violations.append((vector.id, violation))
                }
            }
            guard let first = violations.first?.violation else { return }
            let others = violations.dropFirst().map(\.vector)
            let some = others.prefix(5).joined(separator: ", ")
            throw ContractViolation(
                sent: others.isEmpty ? first.sent : "\(first.sent), and \(others.count) others: \(some)",
                came: first.came,
                due: first.due
            )
        }
    }
}

extension Vector {
    /// How what comes differs from what is due in one member of `expect`.
    fileprivate func violation(
        of name: String,
        by subject: any AdapterSubject
    ) throws(ContractViolation) -> ContractViolation? {
        guard let due = expected[[name]] else { return nil }
        let outcome = try outcome(by: subject)
        guard let came = outcome[[name]] else {
            return ContractViolation(sent: "vector \(id)", came: outcome.excerpt, due: "\(name): \(due.excerpt)")
        }
        return came.difference(from: due, at: name)
            .map { path, came, due in
                ContractViolation(sent: "vector \(id)", came: "\(path): \(came)", due: "\(path): \(due)")
            }
    }
}
