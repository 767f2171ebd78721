import Foundation

/// One wire message of the documents, as it lies beside the adapter.
struct Fixture {
    let bytes: [UInt8]

    /// Reads a file.
    ///
    /// - Parameter name: The name of the file, without `.json`.
    /// - Throws: An error of Foundation when there is no such file.
    init(_ name: String) throws {
        var folder = URL(filePath: #filePath)
        for _ in 1...4 { folder.deleteLastPathComponent() }
        bytes = Array(try Data(contentsOf: folder.appending(path: "Providers/SMSPay/Fixtures/\(name).json")))
    }

    /// The message with some of its text exchanged.
    ///
    /// - Parameters:
    ///   - text: What stands in the message.
    ///   - other: What stands there afterwards.
    /// - Returns: The changed message.
    /// - Throws: ``Missing`` when the message has no such text, since the test would test nothing then.
    func replacing(_ text: String, with other: String) throws -> [UInt8] {
        let message = String(decoding: bytes, as: UTF8.self)
        guard message.contains(text) else { throw Missing(text: text) }
        return Array(message.replacingOccurrences(of: text, with: other).utf8)
    }

    struct Missing: Error {
        let text: String
    }
}
