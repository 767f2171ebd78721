import PaymentIntents

/// Reads vector files, strictly: an unknown member, word or version is an error, and so is a repeated id.
enum VectorReader {
    /// The version of the format.
    static let version = 1

    /// Reads all vectors of an adapter.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - adapter: The adapter's name, which each file must give.
    /// - Returns: The vectors, in their order.
    /// - Throws: ``ContractViolation`` that names the file, the vector and the member.
    static func vectors(in files: [VectorFile], of adapter: String) throws(ContractViolation) -> [Vector] {
        var vectors: [Vector] = []
        var ids: Set<String> = []
        for file in files {
            for vector in try self.vectors(in: file, of: adapter) {
                guard ids.insert(vector.id).inserted else {
                    throw ContractViolation(sent: file.name, came: "the id \(vector.id) again", due: "ids of one use")
                }
                vectors.append(vector)
            }
        }
        return vectors
    }

    private static func vectors(in file: VectorFile, of adapter: String) throws(ContractViolation) -> [Vector] {
        let content = try VectorObject(
            try MessageJSON(file.bytes),
            at: file.name,
            required: ["$schema", "version", "adapter", "configurations", "vectors"]
        )
        guard try content.integer("version") == version else { throw content.wrong("version", due: "\(version)") }
        guard try content.text("adapter") == adapter else { throw content.wrong("adapter", due: adapter) }
        let accounts = try accounts(in: content)
        var vectors: [Vector] = []
        for element in try content.list("vectors") {
            vectors.append(try vector(element, in: file, accounts))
        }
        return vectors
    }

    private static func accounts(
        in content: VectorObject
    ) throws(ContractViolation) -> [String: VectorAccount] {
        let place = "\(content.place), configurations"
        let configurations = try VectorObject(content["configurations"], at: place, optional: nil)
        var accounts: [String: VectorAccount] = [:]
        for name in configurations.names {
            let place = "\(place), \(name)"
            let account = try VectorObject(configurations[name], at: place, required: ["environment", "settings"])
            let settings = try VectorObject(account["settings"], at: place, optional: nil)
            var values: [String: SettingValue] = [:]
            for key in settings.names { values[key] = try settings.setting(key) }
            accounts[name] = VectorAccount(environment: try account.word("environment"), settings: values)
        }
        return accounts
    }

    private static func vector(
        _ value: MessageJSON,
        in file: VectorFile,
        _ accounts: [String: VectorAccount]
    ) throws(ContractViolation) -> Vector {
        let names = ["id", "about", "source", "kind", "given", "expect"]
        let unnamed = try VectorObject(value, at: "\(file.name), a vector", required: names)
        let id = try unnamed.text("id")
        let vector = try VectorObject(value, at: "\(file.name), \(id)", required: names)
        for name in ["id", "about", "source"] where try vector.text(name).isEmpty {
            throw vector.wrong(name, due: "a text")
        }
        let given = try VectorObject(
            vector["given"],
            at: "\(vector.place), given",
            required: ["configuration"],
            optional: nil
        )
        guard let account = accounts[try given.text("configuration")] else {
            throw given.wrong("configuration", due: "one of those in the file")
        }
        let kind: VectorKind = try vector.word("kind")
        let input = try kind.input(given.place, vector["given"])
        let expected = try kind.expectation(vector["expect"], at: "\(vector.place), expect", input)
        return Vector(id: id, account: account, given: input, expected: expected)
    }
}

extension VectorObject {
    fileprivate func setting(_ key: String) throws(ContractViolation) -> SettingValue {
        guard case .array(let elements) = self[key] else { return .text(try text(key)) }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else { throw wrong(key, due: "a text, or a list of texts") }
            texts.append(text)
        }
        return .list(texts)
    }
}
