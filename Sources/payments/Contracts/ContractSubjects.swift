import BuiltInContracts
import Foundation
import PaymentContracts
import PaymentGateway

/// The adapters that this program comes with, as the rules take them.
enum ContractSubjects {
    /// All of them.
    ///
    /// - Parameter vectors: The folder of the vectors, with a folder for each adapter; the subjects' own when not given.
    /// - Returns: The subjects.
    /// - Throws: When a folder cannot be read.
    static func all(vectors: String?) throws -> [any AdapterSubject] {
        guard let vectors else { return [try SMSPaySubject(), try Pay2LocalSubject()] }
        return [
            try SMSPaySubject(vectors: try files(of: "smspay", in: vectors)),
            try Pay2LocalSubject(vectors: try files(of: "pay2local", in: vectors)),
        ]
    }

    private static func files(of name: String, in folder: String) throws -> [VectorFile] {
        let url = URL(filePath: folder).appending(path: name)
        do {
            return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "json" }
                .sorted { $0.path < $1.path }
                .map { VectorFile(name: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
        } catch {
            throw CommandFailure(GatewayError(.invalidRequest, "vectors: \(url.path) cannot be read", cause: error))
        }
    }
}
