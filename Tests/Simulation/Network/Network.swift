import Foundation
import PaymentGateway
import PaymentIntents

/// Everything that is under way between the engines and the far ends.
final class Network: Sendable {
    private let messages = Mutexed<[Int: Message]>([:])
    private let count = Mutexed(0)
    /// Everything that was ever sent, by number.
    let sent = Mutexed<[Message]>([])

    /// Takes a request into the network.
    func post(_ request: ProviderRequest, from engine: Int, at now: Date, deadline: Date) -> Int {
        let number = count.with { count in
            count += 1
            return count
        }
        let message = Message(
            number: number,
            engine: engine,
            request: request,
            destination: Self.destination(of: request),
            sentAt: now,
            deadline: deadline
        )
        messages.with { $0[number] = message }
        sent.with { $0.append(message) }
        return number
    }

    subscript(_ number: Int) -> Message? {
        get { messages.value[number] }
        set { messages.with { $0[number] = newValue } }
    }

    private static func destination(of request: ProviderRequest) -> Message.Destination {
        if request.url.hasPrefix("https://api.smspaybd.com/") { return .wallets }
        if request.url.hasPrefix("https://api.pay2local.com/") { return .agents }
        return request.url == World.merchantURL ? .merchant : .stranger
    }
}

/// The engine's end of the network.
struct SimulatedTransport: ProviderTransport {
    let network: Network
    let scheduler: Scheduler
    let time: VirtualTime
    let engine: Int

    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        let now = time.now
        let deadline = now.addingTimeInterval(timeout / .seconds(1))
        let number = network.post(request, from: engine, at: now, deadline: deadline)
        guard case .answer(let result) = await scheduler.hold(.network(number), of: engine) else {
            throw ProviderError(.unavailable, "the process has ended")
        }
        return try result.get()
    }
}
