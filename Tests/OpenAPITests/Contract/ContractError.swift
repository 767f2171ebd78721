/// A file is not the OpenAPI 3.1 that is read here.
struct ContractError: Error, CustomStringConvertible {
    /// Where in the file, `createIntent 201`.
    let place: String

    /// What is wrong there.
    let problem: String

    var description: String { "\(place): \(problem)" }
}
