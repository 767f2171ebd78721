import Testing

/// A configuration that must be refused, and the key that must be named.
struct RefusalCase: CustomTestStringConvertible {
    /// What is wrong.
    let title: String

    /// The key that the error names.
    let key: String

    /// The configuration.
    let configuration: ConfigurationText

    /// The environment.
    let variables: [String: String]

    init(
        _ title: String,
        key: String,
        variables: [String: String] = [:],
        _ change: (inout ConfigurationText) -> Void = { _ in }
    ) {
        var configuration = ConfigurationText()
        change(&configuration)
        self.title = title
        self.key = key
        self.configuration = configuration
        self.variables = variables
    }

    var testDescription: String { title }
}
