import Foundation
import Logging
import PaymentIntents
import Testing

@testable import PaymentGateway

@Suite("A signal of changes", .timeLimit(.minutes(30)))
struct ChangeSignalTests {
    private func pause(_ clock: any GatewayClock, _ signal: ChangeSignal?, beyond count: Int) async throws {
        try await Shop.open { shop async throws in
            let gateway = Gateway(
                environment: .sandbox,
                accounts: [],
                routes: [:],
                store: shop.store,
                transport: shop.transport,
                clock: clock,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            await gateway.pause(.seconds(1), or: signal, beyond: count)
        }
    }

    @Test("ends a pause, whether it is given before or while somebody waits")
    func given() async throws {
        let signal = ChangeSignal()
        signal.give()
        try await pause(StandingClock(), signal, beyond: 0)
        let giving = Task {
            while !Task.isCancelled {
                signal.give()
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        try await pause(StandingClock(), signal, beyond: signal.count)
        giving.cancel()
    }

    @Test("is not waited for longer than the pause")
    func pauseEnds() async throws {
        let clock = ManualClock()
        try await pause(clock, ChangeSignal(), beyond: 0)
        #expect(clock.now == ManualClock.start + 1)
    }

    @Test("is not needed")
    func absent() async throws {
        let clock = ManualClock()
        try await pause(clock, nil, beyond: 0)
        #expect(clock.now == ManualClock.start + 1)
    }

    @Test("wakes everybody who waits, and nobody for what he has seen")
    func everybody() async {
        let signal = ChangeSignal()
        await withTaskGroup { group in
            for _ in 0..<20 { group.addTask { await signal.wait(beyond: 0) } }
            signal.give()
        }
        let idle = Task { await signal.wait(beyond: 1) }
        idle.cancel()
        await idle.value
    }
}
