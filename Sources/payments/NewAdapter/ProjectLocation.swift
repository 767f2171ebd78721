import Foundation

/// Where a package of somebody else finds this project.
enum ProjectLocation {
    /// A checkout.
    case path(String)
    /// A repository.
    case url(String)

    /// What this project calls itself.
    static let name = "swift-payment-intents"

    /// Reads the option.
    ///
    /// - Parameter option: A path or a URL; `nil` for the checkout that the program was built in.
    /// - Returns: The location.
    /// - Throws: `CommandFailure` when the option is not given and there is no checkout around the program.
    static func find(_ option: String?) throws(CommandFailure) -> ProjectLocation {
        guard let option else {
            guard let checkout = checkout(around: Bundle.main.executableURL) else {
                throw .invalid("project", "is needed, as this program is not in a checkout: a path or a URL")
            }
            return .path(checkout)
        }
        guard !option.isEmpty, !option.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .invalid("project", "must be a path or a URL") }
        let isURL = option.contains("://") || option.hasPrefix("git@")
        return isURL ? .url(option) : .path(URL(filePath: option).standardizedFileURL.path)
    }

    /// The dependency in a manifest.
    var dependency: String {
        switch self {
        case .path(let path): ".package(name: \(Self.literal(identity)), path: \(Self.literal(path)))"
        case .url(let url): ".package(url: \(Self.literal(url)), branch: \"main\")"
        }
    }

    /// What a product's `package:` says.
    var identity: String {
        switch self {
        case .path: return Self.name
        case .url(let url):
            let last = url.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? Self.name
            return last.hasSuffix(".git") ? String(last.dropLast(".git".count)) : last
        }
    }

    /// The nearest folder above the program that holds this project.
    private static func checkout(around program: URL?) -> String? {
        guard var folder = program?.resolvingSymlinksInPath() else { return nil }
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let marks = ["Package.swift", "Sources/PaymentIntents", "Contracts/Kit"]
            if marks.allSatisfy({ FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }) {
                return folder.standardizedFileURL.path
            }
        }
        return nil
    }

    /// A text as it stands in Swift.
    private static func literal(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
