import Foundation
import PaymentIntents
import PaymentStoreSQLite
import Testing

@Suite("A flood of forged callbacks")
struct FloodTests {
    private static let connections = 8
    private static let forgeriesOfEach = 250

    private static func folderSize(_ folder: StoreFolder) throws -> Int {
        let file = URL(filePath: folder.file)
        let files = try FileManager.default.contentsOfDirectory(
            at: file.deletingLastPathComponent(),
            includingPropertiesForKeys: [.fileSizeKey]
        )
        return try files.reduce(0) { try $0 + ($1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    }

    @Test("row 44: nothing on disk grows by it, and each genuine one among them is taken within a second")
    func flood() async throws {
        try await StoreFolder.with { folder in
            let store = try SQLitePaymentStore(path: folder.file, environment: .sandbox)
            try await ServerUnderTest.run(on: store) { server in
                let genuine = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
                // Whatever a first callback writes is written before the sizes are compared.
                #expect(try await server.exchange(genuine).status == 200)
                let before = try Self.folderSize(folder)
                try await Self.forge(at: server)
                #expect(try Self.folderSize(folder) == before)

                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await Self.forge(at: server) }
                    var slowest = Duration.zero
                    for _ in 1...20 {
                        let start = ContinuousClock.now
                        #expect(try await server.exchange(genuine).status == 200)
                        slowest = max(slowest, .now - start)
                    }
                    #expect(slowest < .seconds(1))
                    try await group.waitForAll()
                }
            }
            await store.close()
        }
    }

    /// Sends 2,000 forged callbacks over a few connections, as fast as they are answered.
    private static func forge(at server: ServerUnderTest) async throws {
        var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
        message.headers = [("X-Signature", "sha256=" + String(repeating: "0f", count: 32))]
        let bytes = message.bytes(to: "wallets")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...connections {
                group.addTask {
                    let connection = try await RawConnection.open(port: server.port)
                    defer { connection.close() }
                    for _ in 1...forgeriesOfEach {
                        try await connection.send(bytes)
                        #expect(try await connection.answer().status == 401)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
