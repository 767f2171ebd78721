import Foundation
import HTTPTypes
import PaymentIntents

/// What the network and the far ends do with messages.
extension Simulation {
    /// What becomes of a request.
    private enum Fate: String {
        case normal, notConnected, reset, resetAfterwards, lost, answerLost, rateLimited, failed, failedAfterwards
        case proxyPage, redirected, garbled, refused
    }

    /// Moves a message on.
    func carry(_ number: Int, _ held: HeldCall) throws {
        guard var message = world.network[number] else { return }
        if let response = message.response {
            if dice.happens(profile.networkFaults / 4) {
                message.isLost = true
                world.network[number] = message
                return note("e\(held.engine) \(number): the answer is lost")
            }
            note("e\(held.engine) \(number): answer \(response.status)")
            return answer(held, message, response)
        }
        let fate = fate(of: message)
        note("e\(held.engine) \(message.destination.rawValue) \(number) \(message.request): \(fate.rawValue)")
        if fate != .normal { counts.networkFaults += 1 }
        switch fate {
        case .notConnected:
            watch.certainlyNothing.insert(number)
            end(held, message, .notConnected("as the simulation wants it"))
        case .reset:
            abandon(held)
            end(held, message, .unavailable("reset"))
        case .resetAfterwards:
            _ = try process(message)
            end(held, message, .unavailable("reset"))
        case .lost:
            message.isLost = true
            world.network[number] = message
        case .answerLost:
            _ = try process(message)
            message.isLost = true
            world.network[number] = message
        case .rateLimited:
            watch.certainlyNothing.insert(number)
            answer(held, message, Canned.rateLimited(message, after: dice.one(of: [1, 30, 600]) ?? 1))
        case .failed: answer(held, message, Canned.failed(message))
        case .failedAfterwards:
            _ = try process(message)
            answer(held, message, Canned.failed(message))
        case .proxyPage: answer(held, message, ProviderResponse(status: 502, body: Array("<html>bad gateway".utf8)))
        case .redirected:
            let headers: HTTPFields = [.location: "https://elsewhere.example/"]
            answer(held, message, ProviderResponse(status: 302, headers: headers))
        case .garbled:
            let response = try process(message)
            answer(held, message, ProviderResponse(status: response.status, body: Array(response.body.dropLast(9))))
        case .refused:
            if let order = SentCreation(message) { truth.refused.insert(order.name) }
            answer(held, message, Canned.refused(message))
        case .normal:
            let response = try process(message)
            guard dice.happens(profile.heldResults) else { return answer(held, message, response) }
            message.response = response
            world.network[number] = message
        }
    }

    private func fate(of message: Message) -> Fate {
        if message.destination == .stranger || profile.isOutage && message.destination != .merchant {
            return .notConnected
        }
        if let order = SentCreation(message), truth.refused.contains(order.name) { return .refused }
        guard dice.happens(profile.networkFaults) else { return .normal }
        let isMerchant = message.destination == .merchant
        let mayRefuse = SentCreation(message).map { !truth.taken.contains($0.name) } ?? false
        return dice.one(weighing: [
            (10, .notConnected), (10, .reset), (10, .resetAfterwards), (10, .lost), (10, .answerLost),
            (isMerchant ? 0 : 6, .rateLimited), (8, .failed), (isMerchant ? 0 : 6, .failedAfterwards), (4, .proxyPage),
            (4, .redirected), (isMerchant ? 0 : 4, .garbled), (mayRefuse ? 3 : 0, .refused),
        ]) ?? .normal
    }

    /// The far end takes a request.
    func process(_ message: Message, isLate: Bool = false) throws -> ProviderResponse {
        if let order = SentCreation(message) {
            if truth.refused.contains(order.name) { return Canned.refused(message) }
            truth.taken.insert(order.name)
        }
        let world = world
        let response: ProviderResponse
        switch message.destination {
        case .wallets: response = try scheduler.run { try await world.wallets.answer(message) }
        case .agents: response = try scheduler.run { try await world.agents.answer(message) }
        case .stranger: throw Violation(of: .onlyKnownAddresses, "a request went to \(message.request)")
        case .merchant:
            counts.notifications += 1
            merchant.take(message, at: now, isLate: isLate)
            response = merchantAnswer(to: message)
        }
        collectCallbacks()
        return response
    }

    private func merchantAnswer(to message: Message) -> ProviderResponse {
        if profile.networkFaults > 0, dice.happens(100) { return ProviderResponse(status: 500) }
        if profile.networkFaults > 0, dice.happens(15), let id = merchant.arrivals.last?.id {
            merchant.unwanted.insert(id)
            return ProviderResponse(status: 410)
        }
        return ProviderResponse(status: 200)
    }

    private func answer(_ held: HeldCall, _ message: Message, _ response: ProviderResponse) {
        world.network[message.number] = nil
        if response.status == 429, let seconds = response.headers[.retryAfter].flatMap({ TimeInterval($0) }) {
            watch.rest(held.engine, message.destination, until: now.addingTimeInterval(seconds))
        }
        scheduler.release(held, .answer(.success(response)))
    }

    private func end(_ held: HeldCall, _ message: Message, _ error: ProviderError) {
        world.network[message.number] = nil
        scheduler.release(held, .answer(.failure(error)))
    }

    /// Nobody waits for a message any more. It may still arrive.
    func abandon(_ held: HeldCall) {
        guard case .network(let number) = held.call, let message = world.network[number] else { return }
        world.network[number] = nil
        guard message.response == nil, !message.isLost, dice.happens(400) else { return }
        zombies.append(message)
    }

    /// A message arrives that nobody waits for.
    func reviveZombie() throws {
        guard let message = dice.one(of: zombies) else { return }
        zombies.removeAll { $0.number == message.number }
        note("\(message.destination.rawValue) \(message.number) \(message.request): arrives late")
        _ = try process(message, isLate: true)
    }

    /// SMS Pay begins to sign with another secret; or the merchant restarts everything with other secrets.
    func rotate() throws {
        let (first, second) = (Wallets.secrets[0], Wallets.secrets[1])
        if configuredSecrets.count == 2, dice.happens(500) {
            secret = secret == first ? second : first
            return note("SMS Pay signs with another secret")
        }
        configuredSecrets = configuredSecrets.count == 2 ? [secret] : [first, second]
        note("secrets are rotated, \(configuredSecrets.count) are configured")
        for engine in engines { try crash(engine) }
    }
}

extension ProviderError {
    static func unavailable(_ reason: String) -> ProviderError { ProviderError(.unavailable, reason) }
    static func notConnected(_ reason: String) -> ProviderError { ProviderError(.notConnected, reason) }
}
