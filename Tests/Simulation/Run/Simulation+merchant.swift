import Foundation
import PaymentGateway
import PaymentIntents

/// What the merchant does.
extension Simulation {
    /// Asks for a new payment.
    func placeOrder(at engine: Engine) throws {
        let number = orders.count + 1
        let kind: PaymentKind = dice.happens(300) ? .withdrawal : .deposit
        // Now and then two orders have one reference: the store has to tell them apart.
        let reference = dice.happens(200) && number > 1 ? "ORDER-\(number - 1)" : "ORDER-\(number)"
        guard let merchantReference = MerchantReference(reference), let key = IdempotencyKey("key-\(number)"),
            let payee = MSISDN("01799999777")
        else { throw Violation("the simulation's own order is wrong") }
        let account = dice.happens(150) ? AccountName("agents") : nil
        let expiresIn = dice.one(of: [nil, .seconds(60), .seconds(900)] as [Duration?]) ?? nil
        let request = PaymentRequest(
            kind: kind,
            amount: try Money(parsing: "\(dice.number(1...9) * 100)", currency: .bdt),
            reference: merchantReference,
            payee: kind == .withdrawal ? payee : nil,
            account: account,
            expiresIn: kind == .deposit ? expiresIn : nil,
            idempotencyKey: key
        )
        orders.append(Order(number: number, request: request))
        note("e\(engine.number) create \(number) \(kind.rawValue) \(reference) \(request.amount)")
        send(number, request, to: engine)
        if dice.happens(100) { send(number, request, to: dice.one(of: engines) ?? engine) }
    }

    /// Asks for the same payment again.
    func repeatOrder(at engine: Engine) {
        guard let order = dice.one(of: orders) else { return }
        note("e\(engine.number) create \(order.number) again")
        send(order.number, order.request, to: engine)
    }

    /// Asks for another payment under a key that is taken.
    func changeOrder(at engine: Engine) {
        guard let order = dice.one(of: orders.filter({ $0.paymentID != nil })),
            let amount = try? Money(parsing: "7", currency: .bdt)
        else { return }
        var request = order.request
        request.amount = amount
        note("e\(engine.number) create \(order.number) changed")
        send(order.number, request, to: engine, isChanged: true)
    }

    func send(_ number: Int, _ request: PaymentRequest, to engine: Engine, isChanged: Bool = false) {
        orders[number - 1].inFlight += 1
        start(engine) { gateway in
            let result: Result<Payment, GatewayError>
            do throws(GatewayError) {
                result = .success(try await gateway.create(request))
            } catch {
                result = .failure(error)
            }
            return .created(order: number, result, isChanged: isChanged)
        }
    }

    /// Asks the provider about a payment.
    func ask(_ engine: Engine) {
        guard let id = dice.one(of: orders.compactMap(\.paymentID)) else { return }
        note("e\(engine.number) sync \(alias(id))")
        start(engine) { gateway in
            _ = try? await gateway.sync(id)
            return .done("sync")
        }
    }

    /// Decides a payment in review or in conflict.
    func resolve(at engine: Engine) throws {
        let open = watch.payments.values.filter { $0.payment.status.awaitsResolution }.map(\.payment.id).sorted()
        guard let id = dice.one(of: open) else { return }
        let resolution: Resolution = dice.happens(500) ? .succeeded : .rejected
        truth.resolved.insert(id)
        note("e\(engine.number) resolve \(alias(id)) as \(resolution.rawValue)")
        start(engine) { gateway in
            _ = try? await gateway.resolve(id, as: resolution, note: "seen on the account")
            return .done("resolve")
        }
    }

    /// Wants a notification again.
    func replay(at engine: Engine) throws {
        guard let id = dice.one(of: watch.outbox.map(\.notification.id)) else { return }
        note("e\(engine.number) replay \(alias(id))")
        start(engine) { gateway in
            try? await gateway.replayNotification(id)
            return .done("replay")
        }
    }

    /// Reads changes in process, as many as there are, from where it stopped before.
    func readChanges(at engine: Engine) {
        let (cursor, seen) = (watch.cursor, watch.changesRead.count)
        let count = min(watch.outbox.count - seen, 4)
        guard count > 0, !watch.isReading else { return }
        watch.isReading = true
        watch.reader = engine.number
        note("e\(engine.number) read \(count) changes")
        start(engine) { gateway in
            var iterator = gateway.changes(after: cursor).makeAsyncIterator()
            var changes: [PaymentChanges.Element] = []
            while changes.count < count, let change = await iterator.next() { changes.append(change) }
            return .read(changes)
        }
    }

    /// Lets an engine do something, and remembers how it ends.
    func start(_ engine: Engine, _ work: @escaping @Sendable (Gateway) async -> StepResult.Outcome) {
        let (gateway, number, results) = (engine.gateway, engine.number, world.results)
        scheduler.start(for: number) {
            let outcome = await work(gateway)
            results.with { $0.append(StepResult(engine: number, outcome: outcome)) }
        }
    }
}
