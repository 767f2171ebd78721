import Foundation
public import PaymentIntents

extension GatewayConfiguration {
    /// Which file is the configuration: the option `--config`, else the variable `PAYMENTS_CONFIG`, else
    /// `./payments.yaml`.
    ///
    /// - Parameters:
    ///   - option: What `--config` says.
    ///   - variables: The environment.
    /// - Returns: The path, as it was given.
    public static func path(option: String?, environment variables: [String: String]) -> String {
        if let option { return option }
        if let variable = variables[EnvironmentVariables.configName], !variable.isEmpty { return variable }
        return "./payments.yaml"
    }

    /// Reads a configuration file.
    ///
    /// - Parameters:
    ///   - path: The file. Relative paths in it count from its folder.
    ///   - variables: The environment. It wins over the file.
    ///   - adapters: The adapters that an account may name.
    /// - Returns: The configuration.
    /// - Throws: `ConfigurationError`; with the key `config` when the file cannot be read, is larger than 1 MiB or is not
    ///   UTF-8.
    public static func load(
        path: String,
        environment variables: [String: String],
        adapters: AdapterRegistry
    ) throws(ConfigurationError) -> GatewayConfiguration {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let text = try contents(of: path)
        return try GatewayConfiguration(text: text, folder: folder, environment: variables, adapters: adapters)
    }

    private static func contents(of path: String) throws(ConfigurationError) -> String {
        let shown = path.escapedForLog
        guard FileManager.default.fileExists(atPath: path) else { throw error("is missing: there is no file \(shown)") }
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            data = try read(file)
        } catch {
            throw self.error("cannot be read: \(shown)")
        }
        guard data.count <= YAMLText.limit else { throw error("is larger than 1 MiB: \(shown)") }
        guard let text = String(validating: data, as: UTF8.self) else { throw error("is not UTF-8: \(shown)") }
        return text
    }

    /// One byte more than allowed tells that a file is too large, also one that never ends. A pipe gives what it has, so
    /// it is asked until there is no more.
    private static func read(_ file: FileHandle) throws -> Data {
        var data = Data()
        while data.count <= YAMLText.limit,
            let part = try file.read(upToCount: YAMLText.limit + 1 - data.count), !part.isEmpty
        {
            data += part
        }
        return data
    }

    private static func error(_ problem: String) -> ConfigurationError {
        ConfigurationError(key: "config", problem: problem)
    }
}
