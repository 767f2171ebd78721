/// One thing about a value that its schema does not allow.
struct SchemaProblem: Hashable, CustomStringConvertible {
    /// Where in the value, `$.data.amount`.
    let path: String

    /// What is wrong there.
    let message: String

    var description: String { "\(path): \(message)" }
}
