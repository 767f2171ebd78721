public import Foundation

/// A file of vectors: what goes in and what must come out, in JSON that any language can read.
public struct VectorFile: Sendable, Hashable {
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

    /// Reads the files of one adapter.
    ///
    /// - Parameter folder: The folder that holds them and nothing else in JSON, such as `Contracts/Vectors/smspay`.
    /// - Returns: Its `.json` files by name. A folder that is not there holds none, so that the rules do not apply.
    /// - Throws: When the folder or a file cannot be read.
    public static func files(in folder: URL) throws -> [VectorFile] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { VectorFile(name: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
    }
}

extension VectorFile: CustomStringConvertible {
    /// The name: whoever prints a subject wants none of the content.
    public var description: String { name }
}
