import Foundation
import PaymentContracts

/// The files of the folder `Vectors`.
enum PoishaPayVectors {
    static func files(_ here: String = #filePath) throws -> [VectorFile] {
        var package = URL(filePath: here)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return try VectorFile.files(in: package.appending(path: "Vectors"))
    }
}
