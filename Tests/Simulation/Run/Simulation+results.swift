import PaymentGateway
import PaymentIntents

/// What engines answer.
extension Simulation {
    /// Takes every answer in. What a dead process answers reaches nobody.
    func takeResults() throws {
        let results = world.results.with { results in
            defer { results = [] }
            return results
        }
        for result in results {
            let isAlive = engines.contains { $0.number == result.engine }
            switch result.outcome {
            case .created(let number, let answer, let isChanged):
                orders[number - 1].inFlight -= 1
                if isAlive { try take(answer, to: number, isChanged: isChanged, from: result.engine) }
            case .received(let number, let answer):
                try take(answer, to: deliveries[number], isAlive: isAlive)
            case .done(let name):
                if name == "synchronise" { watch.synchronising.remove(result.engine) }
                if name == "deliver" { watch.delivering.remove(result.engine) }
            case .read(let changes):
                watch.isReading = false
                guard isAlive, let last = changes.last else { continue }
                watch.changesRead += changes
                watch.cursor = last.cursor
            }
        }
        if watch.isReading, !engines.contains(where: { $0.number == watch.reader }) { watch.isReading = false }
    }

    private func take(
        _ answer: Result<Payment, GatewayError>,
        to number: Int,
        isChanged: Bool,
        from engine: Int
    ) throws {
        let order = orders[number - 1]
        switch answer {
        case .success(let payment):
            note("e\(engine) order \(number): \(alias(payment.id)) \(payment.status.rawValue)")
            guard !isChanged else {
                throw Violation(of: .oneKeyOnePayment, "another request was taken under the key of order \(number)")
            }
            guard payment.request == order.request else {
                throw Violation(of: .oneKeyOnePayment, "order \(number) was answered with a payment of another request")
            }
            guard !order.isRefused else {
                throw Violation(of: .oneKeyOnePayment, "order \(number) was refused, and then it was not")
            }
            try remember(payment.id, for: number)
        case .failure(let error):
            note("e\(engine) order \(number): \(error.code.rawValue)")
            if let id = error.paymentID { try remember(id, for: number) }
            switch error.code {
            case .idempotencyMismatch:
                guard isChanged else { throw Violation(of: .oneKeyOnePayment, "order \(number) does not match itself") }
            case .refusedByProvider:
                orders[number - 1].isRefused = true
            case .inProgress, .outcomeUnknown, .providerUnavailable, .rateLimited, .storeUnavailable: break
            case .invalidRequest, .unsupported, .notFound, .configuration, .callbackRefused:
                throw Violation(of: .requestsAreAnswered, "order \(number) was answered with \(error)")
            }
        }
    }

    private func remember(_ id: PaymentID, for number: Int) throws {
        if let known = orders[number - 1].paymentID, known != id {
            throw Violation(of: .oneKeyOnePayment, "order \(number) is two payments: \(alias(known)) and \(alias(id))")
        }
        orders[number - 1].paymentID = id
    }

    private func take(_ answer: CallbackAnswer, to delivery: Delivery, isAlive: Bool) throws {
        note("e\(delivery.engine) receive \(delivery.number): \(Self.name(of: answer))")
        let isHint = delivery.account == "agents" && setting.trust == .confirmed
        switch (answer, delivery.origin) {
        case (.accepted, .genuine), (.accepted, .stray):
            if isAlive { deliveries[delivery.number].isAcknowledged = true }
        case (.accepted, .forged) where isHint: break
        case (.refused, .forged), (.refused, .foreignKey): break
        case (.unavailable, _): break
        default:
            throw Violation(
                of: .callbacksAreAnswered,
                "a \(delivery.origin.rawValue) callback was answered with \(Self.name(of: answer))"
            )
        }
        guard let source = delivery.source else { return }
        // A provider sends again what was not taken, and now and then what was.
        let isTaken = isAlive && answer != .unavailable && answer != .refused
        guard !isTaken || dice.happens(profile.calm ? 0 : 120) else { return }
        if profile.losesAllCallbacks { return }
        var again = source
        again.isRepeated = true
        callbacks.append(again)
    }

    private static func name(of answer: CallbackAnswer) -> String {
        switch answer {
        case .accepted: "accepted"
        case .refused: "refused"
        case .unknownAccount: "unknown account"
        case .otherEnvironment: "other environment"
        case .unavailable: "unavailable"
        }
    }

    /// A name that reads well and is the same in every run of a seed.
    func alias(_ id: PaymentID) -> String { String(id.rawValue.suffix(6)) }

    /// The same for a provider's name and for a notification's.
    func alias(_ id: String) -> String { id.hasPrefix("msg_") ? String(id.suffix(9)) : String(id.prefix(8)) }
}
