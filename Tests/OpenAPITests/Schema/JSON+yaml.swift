import Yams

extension JSON {
    /// Reads a YAML text by the JSON rules of YAML 1.2, section 10.2: only `null`, `true`, `false` and JSON's own
    /// numbers are no text. So `yes`, `1_000` and a date are texts, as every tool of today takes them.
    ///
    /// - Parameter yaml: the text of a file.
    /// - Throws: `YamlError`, also for a key that stands twice, or ``SchemaError``.
    init(yaml: String) throws {
        guard let root = try Yams.compose(yaml: yaml) else { throw SchemaError.yaml("nothing is there") }
        try self.init(root)
    }

    private init(_ node: Node) throws {
        switch node {
        case .scalar(let scalar): self = try JSON(scalar)
        case .sequence(let sequence): self = .array(try sequence.map { try JSON($0) })
        case .mapping(let mapping):
            var members: [String: JSON] = [:]
            for (key, value) in mapping {
                guard case .scalar(let name) = key, name.string != "<<" else {
                    throw SchemaError.yaml("a key that no JSON has, in line \(key.mark?.line ?? 0)")
                }
                guard members.updateValue(try JSON(value), forKey: name.string) == nil else {
                    throw SchemaError.yaml("the key \(name.string) twice, in line \(key.mark?.line ?? 0)")
                }
            }
            self = .object(members)
        case .alias: throw SchemaError.yaml("an alias without its anchor, in line \(node.mark?.line ?? 0)")
        }
    }

    private init(_ scalar: Node.Scalar) throws {
        let text = scalar.string
        guard scalar.style == .plain else {
            self = .string(text)
            return
        }
        switch text {
        case "null": self = .null
        case "true": self = .bool(true)
        case "false": self = .bool(false)
        default:
            guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
                self = .string(text)
                return
            }
            guard let number = JSON.number(token: text) else { throw SchemaError.number(text) }
            self = number
        }
    }
}
