import HTTPTypes
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator
import Signatures

/// The far end of the account `wallets`: SMS Pay's simulator, in process.
struct Wallets: Sendable {
    static let apiKey = "sk_test_simulation0123456789"
    static let secrets = ["whsec_simulation_first_012345", "whsec_simulation_second_01234"]

    let provider: SimulatedSMSPay
    private let server: InProcessServer

    init(_ time: VirtualTime, seed: UInt64, to box: CallbackBox) throws {
        var configuration = SMSPaySimulatorConfiguration(
            apiKey: SimulatorSecret(Self.apiKey),
            webhookSecret: SimulatorSecret(Self.secrets[0]),
            webhookURL: "https://shop.example/callbacks/wallets"
        )
        configuration.timeToLive = .seconds(300)
        provider = try SimulatedSMSPay(
            configuration,
            timekeeper: time.timekeeper,
            identifiers: IdentifierSource(SeededGenerator(seed: seed)),
            onCallback: { box.put($0, for: "wallets") }
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
