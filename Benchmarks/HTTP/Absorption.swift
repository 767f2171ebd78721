import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Signatures

/// What the store alone takes: the callbacks of a file, verified before, absorbed 64 at a time.
struct Absorption {
    private static let batch = 64

    private let deliveries: [CallbackDelivery]

    /// Verifies the callbacks of a file, as ``Preparation`` wrote it.
    init(callbacks path: String) throws {
        let accounts = try Accounts()
        let now = Date()
        deliveries = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            .split(separator: "\n")
            .map { line in
                let parts = line.split(separator: "\t").map(String.init)
                guard parts.count == 3, let name = HTTPField.Name("X-Signature") else { throw Impossible() }
                let account = parts[0] == "wallets" ? accounts.wallets : accounts.agents
                let headers: HTTPFields = [
                    .contentType: "application/json", .userAgent: "axios/1.7.2", name: parts[1],
                ]
                let callback = Callback(headers: headers, body: Array(parts[2].utf8))
                guard case .event(.evidence(let evidence)) = try account.adapter.receive(callback) else {
                    throw Impossible()
                }
                return CallbackDelivery(
                    account: account.name,
                    callback: callback,
                    bodyHash: try SHA256Digest(of: callback.body.span).hexadecimal,
                    receivedAt: now,
                    meaning: .evidence(evidence, trust: account.adapter.callbackTrust)
                )
            }
    }

    /// Absorbs them, and prints microseconds a callback: of the clock, and of the processor.
    func run(on place: String) async throws {
        let store = try await openStore(place)
        let (clock, processor) = (ContinuousClock.now, Self.processorSeconds)
        for start in stride(from: 0, to: deliveries.count, by: Self.batch) {
            _ = try await store.absorb(Array(deliveries[start..<min(start + Self.batch, deliveries.count)]))
        }
        let time = (ContinuousClock.now - clock) / .microseconds(1)
        let processorTime = (Self.processorSeconds - processor) * 1e6
        let count = Double(deliveries.count)
        print("By the clock\t\(time / count)")
        print("Of the processor\t\(processorTime / count)")
        await store.close()
    }

    private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
