/// A file of vectors: what goes in and what must come out, in JSON that any language can read.
public struct VectorFile: Sendable {
    /// The file's name.
    public let name: String

    /// The file's content.
    public let bytes: [UInt8]

    /// Takes a file.
    ///
    /// - Parameters:
    ///   - name: The file's name.
    ///   - bytes: The file's content.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
