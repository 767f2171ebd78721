import Foundation

/// Where everything goes that is not a result.
enum StandardError {
    /// Prints one line.
    static func print(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}
