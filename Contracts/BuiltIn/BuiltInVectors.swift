public import Foundation

/// Where the vectors of our own adapters are.
public enum BuiltInVectors {
    /// `Contracts/Vectors` of the checkout that the program was built from. Where that is gone, there are none.
    public static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Vectors")
}
