import Foundation
import PaymentIntents
import PaymentStoreSQLite
import Synchronization
import Testing

@Suite("A flood of forged callbacks", .timeLimit(.minutes(30)))
struct FloodTests {
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
                try await Flood().run(at: server, times: 250)
                #expect(try Self.folderSize(folder) == before)

                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    let flood = Flood()
                    tasks.addTask { try await flood.run(at: server) }
                    // It does not end before the genuine ones do: none of them waits for its end.
                    var taken = 0
                    while !flood.hasEnded, taken < 20 || flood.refused < 1_000 {
                        try #require(try await server.exchange(genuine).status == 200)
                        taken += 1
                    }
                    flood.stop()
                    try await tasks.waitForAll()
                }
            }
            await store.close()
        }
    }
}

/// Forged callbacks over a few connections, as fast as they are answered.
private final class Flood: Sendable {
    private static let connections = 8

    private let count = Atomic(0)
    private let isOver = Atomic(false)
    private let isStopped = Atomic(false)

    /// How many of them were refused.
    var refused: Int { count.load(ordering: .relaxed) }

    /// Whether no more will come.
    var hasEnded: Bool { isOver.load(ordering: .relaxed) }

    /// Lets each connection have the answer that it waits for, and no more. A task that is cancelled would not wait for it.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Sends them.
    ///
    /// - Parameters:
    ///   - server: Where to.
    ///   - times: How many on each connection; without it they are sent until it is stopped.
    /// - Throws: What a connection that fails throws, and that one was not refused.
    func run(at server: ServerUnderTest, times: Int = .max) async throws {
        var message = try ProviderMessage.smsPay(fixture: "webhook-paid")
        message.headers = [("X-Signature", "sha256=" + String(repeating: "0f", count: 32))]
        let bytes = message.bytes(to: "wallets")
        defer { isOver.store(true, ordering: .relaxed) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...Self.connections {
                group.addTask {
                    let connection = try await RawConnection.open(port: server.port)
                    defer { connection.close() }
                    var sent = 0
                    while sent < times, !Task.isCancelled, !self.isStopped.load(ordering: .relaxed) {
                        try await connection.send(bytes)
                        try #require(try await connection.answer().status == 401)
                        self.count.add(1, ordering: .relaxed)
                        sent += 1
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
