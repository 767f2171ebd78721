import BuiltInContracts
import Foundation
import PaymentContracts
import PaymentGateway

/// The adapters that this program comes with, as the rules take them.
struct ContractSubjects {
    /// All of them.
    let all: [any AdapterSubject]

    private let folder: URL

    /// Finds the vectors.
    ///
    /// - Parameter vectors: The folder of the vectors, with a folder for each adapter; the checkout's when not given.
    /// - Throws: When a folder cannot be read.
    init(vectors: String?) throws {
        folder = vectors.map { URL(filePath: $0) } ?? BuiltInVectors.folder
        all = [
            try SMSPaySubject(vectors: try Self.files(of: "smspay", in: folder, mustBeThere: vectors != nil)),
            try Pay2LocalSubject(vectors: try Self.files(of: "pay2local", in: folder, mustBeThere: vectors != nil)),
            try Pay2LocalSubject.signingFields(),
        ]
    }

    /// Where a subject's vectors would be, when it ought to have some and has none.
    func missingVectors(of subject: any AdapterSubject) -> String? {
        guard subject.vectors.isEmpty, subject.title == subject.name else { return nil }
        return folder.appending(path: subject.name).path
    }

    private static func files(of name: String, in folder: URL, mustBeThere: Bool) throws -> [VectorFile] {
        let folder = folder.appending(path: name)
        if mustBeThere, !FileManager.default.fileExists(atPath: folder.path) {
            throw CommandFailure.invalid("vectors", "\(folder.path) is not there")
        }
        do {
            return try VectorFile.files(in: folder)
        } catch {
            throw CommandFailure(GatewayError(.invalidRequest, "vectors: \(folder.path) cannot be read", cause: error))
        }
    }
}
