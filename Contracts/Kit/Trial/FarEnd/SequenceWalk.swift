import PaymentIntents

/// Walks all sequences of callbacks up to length six, with repetition, and compares the status at every step with that
/// of the set.
struct SequenceWalk {
    static let longest = 6

    let told: [ToldCallback]

    /// What the adapter made of each.
    let received: [Claim]

    mutating func extend(_ sequence: [Int], _ course: Course, claims: ClaimSet) throws(ContractViolation) {
        for next in told.indices {
            var course = course
            course.absorb(received[next])
            let sequence = sequence + [next]
            let claims = claims.union(ClaimSet(told[next].claim))
            let due = Lifecycle.status(of: claims)
            try require(
                course.status == due && course.successes <= 1,
                sent: sequence.map { told[$0].about }.joined(separator: ", then "),
                came: "\(course)",
                due: "\(due.rawValue), a success told once at most"
            )
            if sequence.count < Self.longest { try extend(sequence, course, claims: claims) }
        }
    }
}
