import Foundation

/// The public test data that is read where it lies, beside the package or where `PAYMENTS_CORPORA` says.
enum Corpora {
    static func read(_ path: String) throws -> [UInt8] {
        let file = root.appending(path: path)
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            throw Missing(path: file.path)
        }
        return [UInt8](bytes)
    }

    static func list(_ path: String) throws -> [String] {
        let folder = root.appending(path: path)
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw Missing(path: folder.path)
        }
    }

    private static var root: URL {
        if let path = ProcessInfo.processInfo.environment["PAYMENTS_CORPORA"] {
            return URL(filePath: path)
        }
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        return package.appending(path: "../shared/corpora").standardized
    }

    struct Missing: Error, CustomStringConvertible {
        let path: String

        var description: String { "no test data at \(path): set PAYMENTS_CORPORA to the folder that holds it" }
    }
}
