import PaymentIntents
import Yams

/// Reads YAML, and with it JSON, without believing anything about types: a scalar is the text that was written.
///
/// No error says what the file holds, for that may be a secret; the parser's own messages quote it and are dropped.
enum YAMLText {
    /// The largest configuration that is read, in bytes.
    static let limit = 1 << 20

    /// The root of the one document in a text; `nil` when there is none.
    static func root(of text: String) throws(ConfigurationError) -> Node? {
        guard text.utf8.count <= limit else { throw error("is larger than 1 MiB") }
        // The parser takes a byte order mark for a key's first character.
        let hasMark = text.unicodeScalars.first == "\u{FEFF}"
        let yaml = hasMark ? String(text.unicodeScalars.dropFirst()) : text
        do {
            return try Parser(yaml: yaml, encoding: .utf8).singleRoot()
        } catch let problem as YamlError {
            throw error(sentence(about: problem))
        } catch {
            throw self.error("is not YAML or JSON")
        }
    }

    /// The entries of a section, in order; none when nothing is written there.
    ///
    /// - Parameters:
    ///   - node: What is written under the key.
    ///   - key: The section's key, for an error.
    /// - Returns: The entries.
    /// - Throws: `ConfigurationError` for anything but a section, and for a key that stands twice.
    static func entries(of node: Node, key: String) throws(ConfigurationError) -> [YAMLEntry] {
        if isNothing(node) { return [] }
        guard case .mapping(let mapping) = node else {
            throw ConfigurationError(key: key, problem: "must be a section of keys and values")
        }
        var entries: [YAMLEntry] = []
        var names: Set<String> = []
        for (name, value) in mapping {
            let line = name.mark?.line ?? 0
            guard case .scalar(let scalar) = name else {
                throw ConfigurationError(key: key, problem: "has a key that is not a text, in line \(line)")
            }
            // The parser takes `true` and `"true"` for two keys.
            guard names.insert(scalar.string).inserted else { throw error("has the same key twice, in line \(line)") }
            entries.append(YAMLEntry(name: scalar.string, line: line, node: value))
        }
        return entries
    }

    /// A value; `nil` when nothing is written there.
    ///
    /// - Parameters:
    ///   - node: What is written under the key.
    ///   - key: The value's key, for an error.
    /// - Returns: The value.
    /// - Throws: `ConfigurationError` for a section, and for a list of anything but single values.
    static func value(of node: Node, key: String) throws(ConfigurationError) -> SettingValue? {
        if isNothing(node) { return nil }
        switch node {
        case .scalar(let scalar): return .text(try text(scalar, key: key))
        case .sequence(let sequence):
            var texts: [String] = []
            for item in sequence {
                guard case .scalar(let scalar) = item, !isNothing(item) else {
                    throw ConfigurationError(key: key, problem: "must be a list of single values")
                }
                texts.append(try text(scalar, key: key))
            }
            return .list(texts)
        case .mapping, .alias:
            throw ConfigurationError(key: key, problem: "must be a value or a list, not a section")
        }
    }

    /// Whether a node is `null`, `~` or nothing at all. Quoted text is never nothing.
    static func isNothing(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        if scalar.tag.rawValue == Tag.Name.null.rawValue { return true }
        return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The text of a scalar. A tag such as `!!binary` would want it to be something else than what is written.
    private static func text(_ scalar: Node.Scalar, key: String) throws(ConfigurationError) -> String {
        let plain: [Tag.Name] = [.implicit, .nonSpecific, .str, .int, .float, .bool, .timestamp, .value, .merge]
        guard plain.contains(where: { $0.rawValue == scalar.tag.rawValue }) else {
            throw ConfigurationError(key: key, problem: "has a tag that is not supported")
        }
        return scalar.string
    }

    private static func error(_ problem: String) -> ConfigurationError {
        ConfigurationError(key: "config", problem: problem)
    }

    private static func sentence(about problem: YamlError) -> String {
        switch problem {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "is not one YAML or JSON document: line \(mark.line), column \(mark.column)"
        case .duplicatedKeysInMapping(_, let context):
            "has the same key twice: line \(context.mark.line), column \(context.mark.column)"
        case .reader: "is not YAML or JSON: it holds a character that neither allows"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: "is not YAML or JSON"
        }
    }
}
