import Foundation
import StrictJSON
import Testing

/// One file of JSONTestSuite's `test_parsing`.
struct SuiteFile: Sendable {
    let name: String
    let bytes: [UInt8]

    /// The files whose name begins with `prefix`: `y_` must be accepted, `n_` refused, and `i_` is for us to decide.
    static func all(_ prefix: String) throws -> [SuiteFile] {
        let folder = "JSONTestSuite/test_parsing"
        return try Corpora.list(folder).filter { $0.hasPrefix(prefix) }.sorted()
            .map { name in
                SuiteFile(name: name, bytes: try Corpora.read("\(folder)/\(name)"))
            }
    }

    /// The reason for which the file is refused, or `nil` if it is accepted. No file is refused for its size alone.
    var refusal: JSONError.Code? {
        StrictJSONTests.refusal(bytes, limits: JSONLimits(maximumByteCount: 1 << 20))
    }
}

extension SuiteFile: CustomTestStringConvertible {
    var testDescription: String { name }
}
