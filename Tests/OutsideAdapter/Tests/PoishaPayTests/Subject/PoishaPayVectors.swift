import Foundation
import PaymentContracts

/// The files of the folder `Vectors`.
enum PoishaPayVectors {
    static func files(_ here: String = #filePath) throws -> [VectorFile] {
        var package = URL(filePath: here)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return try FileManager.default
            .contentsOfDirectory(at: package.appending(path: "Vectors"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
            .map { VectorFile(name: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
    }
}
