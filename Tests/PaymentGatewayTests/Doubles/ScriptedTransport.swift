import PaymentGateway
import PaymentIntents
import Synchronization
import Testing

/// Answers each request with the next step of a script, and remembers what was sent.
final class ScriptedTransport: ProviderTransport {
    enum Step: Sendable {
        /// A response.
        case answer(ProviderResponse)
        /// No response.
        case failure(ProviderError.Code)
        /// A response that ends before its end.
        case brokenOff(status: Int)
        /// Holds the request back until the gate opens.
        indirect case held(Gate, Step)
        /// Runs something while the request is under way.
        indirect case during(@Sendable () async -> Void, Step)
        /// The same; cancelled meanwhile, it has no response.
        indirect case unlessCancelled(@Sendable () async -> Void, Step)
    }

    private struct State {
        var steps: [Step] = []
        var requests: [ProviderRequest] = []
    }

    private let state = Mutex(State())

    /// Everything that was sent, in order.
    var requests: [ProviderRequest] { state.withLock(\.requests) }

    /// The bodies of everything that was sent, in order.
    var bodies: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }

    /// Adds steps to the script.
    func script(_ steps: Step...) {
        state.withLock { $0.steps += steps }
    }

    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        let step = state.withLock { state in
            state.requests.append(request)
            return state.steps.isEmpty ? nil : state.steps.removeFirst()
        }
        guard let step else {
            Issue.record("a request that the test did not foresee: \(request)")
            throw ProviderError(.notConnected, "the script has ended")
        }
        return try await play(step)
    }

    private func play(_ step: Step) async throws(ProviderError) -> ProviderResponse {
        switch step {
        case .answer(let response): return response
        case .failure(let code): throw ProviderError(code, "as the script says")
        case .brokenOff(let status):
            throw ProviderError(.unavailable, "as the script says", httpStatus: status)
        case .held(let gate, let step):
            await gate.wait()
            return try await play(step)
        case .during(let work, let step):
            await work()
            return try await play(step)
        case .unlessCancelled(let work, let step):
            await work()
            guard !Task.isCancelled else { throw ProviderError(.unavailable, "it was cancelled") }
            return try await play(step)
        }
    }
}
