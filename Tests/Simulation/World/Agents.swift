import HTTPTypes
import Pay2LocalSimulator
import PaymentIntents
import ProviderSimulation

/// The far end of the account `agents`: Pay2Local's simulator, in process.
struct Agents: Sendable {
    static let accessKey = "access_simulation_0123456789"
    static let publicKey = "public_simulation_0123456789"

    let provider: SimulatedPay2Local
    private let server: InProcessServer

    init(_ time: VirtualTime, seed: UInt64, to box: CallbackBox) throws {
        provider = try SimulatedPay2Local(
            Pay2LocalSimulatorConfiguration(
                accessKey: SimulatorSecret(Self.accessKey),
                publicKey: SimulatorSecret(Self.publicKey),
                callbackURL: "https://shop.example/callbacks/agents"
            ),
            timekeeper: time.timekeeper,
            identifiers: IdentifierSource(SeededGenerator(seed: seed)),
            onCallback: { box.put($0, for: "agents") }
        )
        server = provider.inProcess()
    }

    func answer(_ message: Message) async throws -> ProviderResponse {
        let answer = try await server.answer(
            message.request.method,
            message.path,
            headers: message.request.headers,
            body: message.request.body
        )
        return ProviderResponse(status: answer.status, headers: answer.headers, body: answer.body)
    }
}
