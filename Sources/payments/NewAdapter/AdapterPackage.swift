import PaymentGateway

/// A package for a new adapter: it builds, and its contract run says what is still to be written.
struct AdapterPackage {
    /// The adapter's name, as a configuration file gives it.
    let name: String

    /// Where the package finds this project.
    let project: ProjectLocation

    /// The name as types begin with it: `Poishapay`.
    var type: String { name.prefix(1).uppercased() + name.dropFirst() }

    /// The module. It is longer than the name, so that no name is a keyword or another module's.
    var module: String { type + "Provider" }

    /// Takes a name.
    ///
    /// - Parameters:
    ///   - name: `[a-z][a-z0-9]*`, at most 32 characters, and no adapter of this program.
    ///   - project: Where the package finds this project.
    /// - Throws: `CommandFailure` for another name.
    init(name: String, project: ProjectLocation) throws(CommandFailure) {
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 32,
            name.utf8.allSatisfy({ isLetter($0) || isDigit($0) })
        else {
            throw .invalid("name", "must be a lower-case letter, then lower-case letters and digits, 32 at most")
        }
        guard !Program.adapters.names.contains(name) else {
            throw .invalid("name", "is an adapter that this program comes with")
        }
        // Its adapter, or its subject, would be called as the protocol is.
        guard name != "provider" else { throw .invalid("name", "is taken by ProviderAdapter") }
        guard name != "adapter" else { throw .invalid("name", "is taken by AdapterSubject") }
        self.name = name
        self.project = project
    }

    /// The files by their path in the package.
    var files: [(path: String, text: String)] {
        let sources = "Sources/\(module)/"
        let tests = "Tests/\(module)Tests/"
        return [
            (".gitignore", ".build/\n.swiftpm/\nPackage.resolved\n"),
            ("Package.swift", manifest),
            ("README.md", readme),
            (sources + "\(type)Adapter.swift", adapter),
            (sources + "\(type)Adapter+requests.swift", requests),
            (sources + "\(type)Adapter+replies.swift", replies),
            (sources + "\(type)Adapter+callbacks.swift", callbacks),
            (sources + "\(type)Payment.swift", payment),
            (tests + "\(type)ContractTests.swift", contractTests),
            (tests + "\(type)Subject.swift", subject),
            (tests + "\(type)Wire.swift", wire),
            (tests + "Simulated\(type).swift", farEnd),
        ]
    }
}
