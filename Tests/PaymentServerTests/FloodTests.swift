import Foundation
import PaymentIntents
import PaymentStoreSQLite
import Testing

@Suite("A flood of forged callbacks", .timeLimit(.minutes(30)))
struct FloodTests {
    private static let connections = 8

    private static func folderSize(_ folder: StoreFolder) throws -> Int {
        let file = URL(filePath: folder.file)
        let files = try FileManager.default.contentsOfDirectory(
            at: file.deletingLastPathComponent(),
            includingPropertiesForKeys: [.fileSizeKey]
        )
        return try files.reduce(0) { try $0 + ($1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    }

    @Test("row 44: nothing on disk grows by it, and genuine ones are taken while it goes on")
    func flood() async throws {
        try await StoreFolder.with { folder in
            let store = try SQLitePaymentStore(path: folder.file, environment: .sandbox, patience: .seconds(600))
            try await ServerUnderTest.run(on: store) { server in
                let genuine = try ProviderMessage.smsPay(fixture: "webhook-paid").bytes(to: "wallets")
                // Whatever a first callback writes is written before the sizes are compared.
                #expect(try await server.exchange(genuine).status == 200)
                let before = try Self.folderSize(folder)
                try await Self.forge(at: server, times: 250)
                #expect(try Self.folderSize(folder) == before)

                try await withThrowingTaskGroup(of: Void.self) { flood in
                    // It goes on for as long as the genuine ones take: nobody of them waits for its end.
                    flood.addTask { try await Self.forge(at: server) }
                    for _ in 1...20 { #expect(try await server.exchange(genuine).status == 200) }
                    flood.cancelAll()
                    try await flood.waitForAll()
                }
            }
            await store.close()
        }
    }

    /// Sends forged callbacks over a few connections, as fast as they are answered.
    ///
    /// - Parameters:
    ///   - server: Where to.
    ///   - count: How many on each connection; without it they are sent until the task is cancelled.
    /// - Throws: What a connection that fails throws.
    private static func forge(at server: ServerUnderTest, times count: Int = .max) async throws {
        var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
        message.headers = [("X-Signature", "sha256=" + String(repeating: "0f", count: 32))]
        let bytes = message.bytes(to: "wallets")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...connections {
                group.addTask {
                    let connection = try await RawConnection.open(port: server.port)
                    defer { connection.close() }
                    var sent = 0
                    while sent < count, !Task.isCancelled {
                        sent += 1
                        try await connection.send(bytes)
                        #expect(try await connection.answer().status == 401)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
