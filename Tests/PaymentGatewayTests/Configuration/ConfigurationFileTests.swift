import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@Suite("The configuration file")
struct ConfigurationFileTests: ~Copyable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "configuration-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ data: Data, _ name: String = "shop.yaml") throws -> String {
        let file = folder.appending(path: name)
        try data.write(to: file)
        return file.path
    }

    private func refusal(_ path: String) -> ConfigurationError? {
        do {
            _ = try GatewayConfiguration.load(path: path, environment: [:], adapters: ConfigurationText.adapters)
            return nil
        } catch {
            return error
        }
    }

    @Test("the option is chosen, else the variable, else payments.yaml here")
    func choice() {
        let variables = ["PAYMENTS_CONFIG": "/etc/variable.yaml"]
        #expect(GatewayConfiguration.path(option: "option.yaml", environment: variables) == "option.yaml")
        #expect(GatewayConfiguration.path(option: nil, environment: variables) == "/etc/variable.yaml")
        #expect(GatewayConfiguration.path(option: nil, environment: ["PAYMENTS_CONFIG": ""]) == "./payments.yaml")
        #expect(GatewayConfiguration.path(option: nil, environment: [:]) == "./payments.yaml")
    }

    @Test("it is read, and its folder is where relative paths count from")
    func read() throws {
        let path = try write(Data(ConfigurationText().text.utf8))
        let read = try GatewayConfiguration.load(
            path: path,
            environment: ["PAYMENTS_SERVER_PORT": "0"],
            adapters: ConfigurationText.adapters
        )
        #expect(read.store == .sqlite(path: folder.path + "/payments.sqlite"))
        #expect(read.server.port == 0)
    }

    @Test("a relative path is read from here, and the store's path is absolute all the same")
    func relative() throws {
        let here = FileManager.default.currentDirectoryPath
        let path = try write(Data(ConfigurationText().text.utf8))
        let up = String(repeating: "../", count: here.split(separator: "/").count)
        let read = try GatewayConfiguration.load(
            path: up + path.dropFirst(),
            environment: [:],
            adapters: ConfigurationText.adapters
        )
        guard case .sqlite(let store) = read.store else {
            Issue.record("not a file")
            return
        }
        #expect(store.hasPrefix("/"))
        #expect(store.hasSuffix(folder.lastPathComponent + "/payments.sqlite"))
    }

    @Test("a missing file, a folder, one that is too large and one that is no text are refused as config")
    func refused() throws {
        #expect(refusal(folder.path + "/nowhere.yaml")?.key == "config")
        #expect(refusal(folder.path)?.key == "config")
        #expect(refusal("")?.key == "config")
        let large = try write(Data(repeating: 0x23, count: 1 << 20 | 1))
        #expect(refusal(large)?.problem.contains("1 MiB") == true)
        let latin = try write(Data("environment: sandbox # ".utf8) + [0xE9, 0x0A])
        #expect(refusal(latin)?.problem.contains("UTF-8") == true)
        let endless = refusal("/dev/zero")
        #expect(endless?.key == "config")
    }

    @Test("the file may be 1 MiB")
    func full() throws {
        var data = Data(ConfigurationText().text.utf8)
        data += Data(repeating: 0x23, count: 1 << 20 - data.count)
        #expect(try refusal(write(data)) == nil)
    }

    @Test("an error names the file on one line, and nothing of what is in it")
    func path() throws {
        let missing = refusal("nowhere\n\u{1B}[2J.yaml")
        #expect(missing?.description.contains(#"nowhere\u{A}\u{1B}[2J.yaml"#) == true)
        let path = try write(Data("environment: sandbox\nstore: \"canary".utf8))
        let error = refusal(path)
        #expect(error?.key == "config")
        #expect(error?.description.contains("canary") == false)
    }
}
