import Foundation
import HTTPTypes
import Logging
import PaymentGateway
import PaymentIntents
import Testing

@Suite("Synchronisation, when every callback is dropped")
struct ConvergenceTests {
    /// Pay2Local, as far as it is asked: each payment is approved at a time of its own.
    private final class SilentProvider: ProviderTransport {
        let clock: ManualClock

        init(_ clock: ManualClock) {
            self.clock = clock
        }

        /// When the payment of this number is approved, in seconds after the start.
        static func approval(of number: Int) -> TimeInterval { TimeInterval(number * number * 7) }

        func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
            let text = request.url + String(decoding: request.body, as: UTF8.self)
            let number = (0..<100).first { text.contains("\(20_000 + $0)") } ?? 0
            let (reference, id) = ("ORDER-\(20_000 + number)", "236a4d5f-884a-4934-90af-0430614\(20_000 + number)")
            if request.method == .post {
                return Self.answer(Wire.agentCreation(id: id, reference: reference))
            }
            let isApproved = clock.now >= ManualClock.start + Self.approval(of: number)
            return Self.answer(Wire.agentStatus(isApproved ? "Approved" : "Pending", reference: reference))
        }

        private static func answer(_ body: String) -> ProviderResponse {
            ProviderResponse(status: 200, headers: [:], body: Array(body.utf8))
        }
    }

    @Test("every payment comes to what the provider says within two periods of its schedule")
    func convergence() async throws {
        try await Shop.open { shop async throws in
            let gateway = Gateway(
                environment: .sandbox,
                accounts: Array(shop.gateway.accounts.values),
                routes: [.deposit: [try #require(AccountName("agents"))]],
                store: shop.store,
                transport: SilentProvider(shop.clock),
                clock: shop.clock,
                random: .seeded(3),
                logger: Logger(label: "test") { _ in RecordingLogHandler(shop.lines) }
            )
            let synchroniser = Synchroniser(gateway)
            var open: [PaymentID: Int] = [:]
            for number in 0..<40 {
                let payment = try await gateway.create(.sample(reference: "ORDER-\(20_000 + number)"))
                open[payment.id] = number
            }
            var elapsed: TimeInterval = 0
            while !open.isEmpty, elapsed < 24 * 3600 {
                let step = 10.0
                shop.clock.advance(by: step)
                elapsed = shop.clock.now.timeIntervalSince(ManualClock.start)
                await synchroniser.synchronise()
                for (id, number) in open {
                    let payment = try await gateway.payment(id)
                    if payment.status == .succeeded {
                        open[id] = nil
                        continue
                    }
                    let approval = SilentProvider.approval(of: number)
                    // The wait that was running when the money moved, and the one after it, which may be twice as long.
                    let period = min(max(approval, 30), 3600)
                    let patience = 2 * min(2 * period, 3600) + 2 * step
                    #expect(elapsed - approval <= patience, "\(number)")
                }
            }
            #expect(open.isEmpty)
        }
    }
}
