import Yams

/// One `key: value` of a section.
struct YAMLEntry {
    /// The key, as it is written.
    let name: String

    /// The line it stands in, from 1.
    let line: Int

    /// What is written under it.
    let node: Node
}
