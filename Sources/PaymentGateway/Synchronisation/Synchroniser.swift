import Foundation
import Logging
import PaymentIntents
public import ServiceLifecycle

/// Asks providers about payments that are due, and lets time run out: unknown creations, payments at their expiry,
/// hints that wait for confirmation.
public struct Synchroniser: Service {
    private static let period = Duration.milliseconds(500)
    private static let pauseWhenFull = Duration.milliseconds(50)
    private static let mostInFlight = 16
    private static let mostOfOneAccount = 8
    private static let pauseOfBusyAccount: TimeInterval = 2

    private let gateway: Gateway
    private let clockWatch = ClockWatch()

    /// Works for a gateway.
    ///
    /// - Parameter gateway: The gateway.
    public init(_ gateway: Gateway) {
        self.gateway = gateway
    }

    /// Works until the service group shuts down. A provider that is slow takes no more than half of the places, and what
    /// waits for it lets the payments of others go first.
    public func run() async throws {
        let inFlight = InFlight()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                let limit = Self.mostInFlight - inFlight.count
                let due = await claim(limit)
                for payment in due {
                    let mayAsk = inFlight.begin(payment.account, most: Self.mostOfOneAccount)
                    group.addTask {
                        guard mayAsk else { return await yield(payment) }
                        await attendUntilShutdown(to: payment)
                        inFlight.end(payment.account)
                    }
                }
                // Where so many were due there may be more.
                let pause = due.count == limit ? Self.pauseWhenFull : Self.period
                try? await cancelWhenGracefulShutdown { try await gateway.clock.sleep(for: pause) }
            }
        }
    }

    /// A question is given up when the process stops. A creation is not: nobody would know what became of it.
    private func attendUntilShutdown(to payment: Payment) async {
        guard payment.creation == .created else { return await attend(to: payment) }
        await cancelWhenGracefulShutdown { await attend(to: payment) }
    }

    /// Asks about everything that is due now, a few payments at a time.
    public func synchronise() async {
        while !Task.isCancelled {
            let due = await claim(Self.mostInFlight)
            await withDiscardingTaskGroup { group in
                for payment in due { group.addTask { await attend(to: payment) } }
            }
            if due.count < Self.mostInFlight { return }
        }
    }

    private func claim(_ limit: Int) async -> [Payment] {
        gateway.beat()
        let now = gateway.clock.now
        do throws(StoreError) {
            if try await gateway.isSetBack(clockWatch, at: now) {
                try await gateway.bringQuestionsForward(at: now)
                clockWatch.accept(now)
            }
            return try await gateway.store.claimDue(at: now, limit: limit, until: now.addingTimeInterval(Gateway.lease))
        } catch {
            gateway.logger.error("nothing synchronised", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// Lets payments of other accounts go first: this one's provider has enough to answer.
    private func yield(_ payment: Payment) async {
        let soon = gateway.clock.now.addingTimeInterval(Self.pauseOfBusyAccount * (1 + gateway.jitter()))
        _ = try? await gateway.modify(payment.id) { current in
            guard current.nextQueryAt == payment.nextQueryAt else { return nil }
            var later = current
            later.nextQueryAt = soon
            return PaymentChange(later)
        }
    }

    private func attend(to payment: Payment) async {
        do throws(GatewayError) {
            let asked = try await gateway.askIfPossible(payment)
            if try await expireIfDue(asked) { return }
            // Nobody has said when it is due again: there was nothing to ask, or nothing to write.
            if asked.nextQueryAt == payment.nextQueryAt { await putOff(payment, because: nil) }
        } catch {
            gateway.logger.debug(
                "payment not synchronised",
                metadata: ["payment": "\(payment.id)", "error": "\(error)"]
            )
            await putOff(payment, because: error)
        }
    }

    /// Our own clock claims the expiry, once the provider was asked and still says that it waits.
    ///
    /// - Returns: Whether it did.
    private func expireIfDue(_ payment: Payment) async throws(GatewayError) -> Bool {
        let (now, jitter) = (gateway.clock.now, gateway.jitter())
        guard payment.isOverdue(at: now) else { return false }
        let outcome = try await gateway.modify(payment.id) { current in
            // Somebody may have claimed something while the provider was asked: that question comes first.
            let isQuestionOwed = current.nextQueryAt.map { $0 <= now } ?? false
            guard current.isOverdue(at: now), !isQuestionOwed else { return nil }
            let evidence = Evidence(claim: .expired, source: .clock, rawStatus: "expired")
            var change = current.absorbing(evidence, trust: nil, at: now)
            change.payment.nextQueryAt = QuerySchedule.next(for: change.payment, after: now, jitter: jitter)
            return change
        }
        if outcome.isChanged { gateway.metrics.countExpiry(at: payment.account) }
        return outcome.isChanged
    }

    /// Asks again later, less and less often, and never before the provider wants to be asked.
    private func putOff(_ payment: Payment, because error: GatewayError?) async {
        let (now, jitter) = (gateway.clock.now, gateway.jitter())
        let rest = (error?.cause as? ProviderError)?.retryAfter?.seconds ?? 0
        let earliest = now.addingTimeInterval(rest * (1 + jitter / 4))
        _ = try? await gateway.modify(payment.id) { current in
            var later = current
            later.queriesWithoutNews += 1
            var scheduled = QuerySchedule.next(for: later, after: now, jitter: jitter)
            // Whoever has said meanwhile that nothing more is to be asked knows better.
            if let error, error.isSilence || current.creation == .recorded, current.nextQueryAt != nil {
                (later.queriesWithoutNews, scheduled) =
                    QuerySchedule.afterSilence(about: current, at: now, jitter: jitter)
            }
            // A creation that somebody may be sending is looked at again when its lease has run out.
            if error == nil, current.creation == .recorded { scheduled = current.leasedUntil.map { max($0, now) } }
            later.nextQueryAt = current.nextQuery(scheduled: scheduled, since: payment).map { max($0, earliest) }
            return PaymentChange(later)
        }
    }
}

extension GatewayError {
    /// Whether nobody has answered: the provider was not reached or did not want to be asked, or there was no way to
    /// ask it or to write down what it said.
    fileprivate var isSilence: Bool {
        switch code {
        case .providerUnavailable, .rateLimited, .storeUnavailable, .configuration, .inProgress: true
        case .invalidRequest, .unsupported, .idempotencyMismatch, .notFound, .refusedByProvider, .outcomeUnknown,
            .callbackRefused:
            false
        }
    }
}

extension Gateway {
    /// Asks the provider, unless there is no way to ask about this payment.
    fileprivate func askIfPossible(_ payment: Payment) async throws(GatewayError) -> Payment {
        if payment.creation == .recorded {
            let isLeftBehind = payment.leasedUntil != nil && !payment.isLeased(at: clock.now)
            return isLeftBehind ? try await complete(payment) : payment
        }
        let operations = try account(of: payment).adapter.capabilities.operations
        let canBeAsked = operations.contains(payment.providerPaymentID == nil ? .list : .query)
        guard canBeAsked || payment.creation != .created else { return payment }
        return try await sync(payment.id)
    }
}

extension Payment {
    /// Whether the customer's time is up, and nothing else has happened. A withdrawal waits for no customer: our clock
    /// must not say that it is over while somebody may still be paying it.
    fileprivate func isOverdue(at now: Date) -> Bool {
        guard kind == .deposit, creation == .created, let expiresAt, expiresAt <= now else { return false }
        return status == .created || status == .pending
    }
}

extension Payment {
    /// When to ask next: as scheduled, or earlier when somebody has wished for it while the provider was being asked.
    ///
    /// - Parameters:
    ///   - scheduled: The time by the schedule.
    ///   - asked: The payment as it was before the provider was asked.
    /// - Returns: The time.
    func nextQuery(scheduled: Date?, since asked: Payment) -> Date? {
        guard nextQueryAt != asked.nextQueryAt, let wish = nextQueryAt else { return scheduled }
        return min(wish, scheduled ?? wish)
    }
}
