import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import ProviderSimulation
import Signatures

/// Callbacks: on time, late, twice, never, and forged.
extension Simulation {
    /// Takes what the providers want to say into the network, or loses it.
    func collectCallbacks(isWrong: Bool = false) {
        for (account, callback) in world.callbackBox.empty() {
            if profile.losesAllCallbacks || dice.happens(profile.lostCallbacks) {
                truth.lostCallbacks.insert(callback.paymentID)
                note("\(account): lost \(callback.event) \(alias(callback.paymentID))")
                continue
            }
            // A callback with another amount tells the truth no more than none.
            if isWrong { truth.lostCallbacks.insert(callback.paymentID) }
            note("\(account): says \(callback.event) \(alias(callback.paymentID))")
            watch.callbackCount += 1
            callbacks.append(
                QueuedCallback(number: watch.callbackCount, account: account, callback: callback, isWrong: isWrong)
            )
        }
    }

    /// Hands one callback over, or several at once, in whatever order.
    func deliverCallbacks(to engine: Engine) throws {
        for _ in 0..<(dice.one(of: [1, 1, 1, 2, 5]) ?? 1) {
            guard let callback = dice.one(of: callbacks) else { return }
            if dice.happens(80) { try handOver(callback, to: engine) }
            callbacks.removeAll { $0.number == callback.number }
            try handOver(callback, to: engine)
        }
    }

    /// Hands a callback over as its provider signs it now.
    func handOver(_ queued: QueuedCallback, to engine: Engine) throws {
        var (headers, origin) = (queued.callback.headers, Delivery.Origin.genuine)
        if queued.account == "wallets" {
            // Now and then with a secret that the engine no longer takes, or does not take yet.
            let other = Wallets.secrets.first { !engine.secrets.contains($0) }
            let key = dice.happens(profile.calm ? 0 : 50) ? other ?? secret : secret
            headers[try Self.name("X-Signature")] = "sha256=\(try Self.sign(queued.callback.body, with: key))"
            if !engine.secrets.contains(key) { origin = .foreignKey }
        }
        counts.callbacks += 1
        if queued.isRepeated { counts.duplicates += 1 }
        if origin == .genuine, !queued.isWrong, ["payment.paid", "Approved"].contains(queued.callback.event) {
            truth.toldSucceeded.insert(queued.callback.paymentID)
        }
        try hand(
            Callback(headers: headers, body: queued.callback.body),
            to: engine,
            origin,
            (queued.account, queued.callback.paymentID, queued.callback.event),
            source: queued
        )
    }

    /// Hands over what no provider has said: unsigned, wrongly signed, or signed for another account.
    func forge(to engine: Engine) throws {
        guard let known = dice.one(of: watch.payments.values.map(\.payment).sorted { $0.id < $1.id }) else { return }
        let isWallet = known.adapter == "smspay"
        watch.forgeryCount += 1
        let body =
            isWallet
            ? Self.walletBody(known, watch.forgeryCount) : Self.agentBody(known, watch.forgeryCount)
        var headers: HTTPFields = [.contentType: "application/json"]
        let signature = try Self.name(isWallet ? "X-Signature" : "x-signature")
        let name = known.providerPaymentID ?? known.providerReference
        let event = isWallet ? "payment.paid" : "Approved"
        if isWallet, known.providerPaymentID != nil, dice.happens(300) {
            headers[signature] = "sha256=\(try Self.sign(Array(body.utf8), with: Setting.purseSecret))"
            let callback = Callback(headers: headers, body: Array(body.utf8))
            return try hand(callback, to: engine, .stray, ("purses", name, event), source: nil)
        }
        switch dice.number(0...2) {
        case 0: break
        case 1: headers[signature] = (isWallet ? "sha256=" : "") + String(repeating: "0", count: 64)
        default:
            let code = try Self.sign(Array(body.utf8), with: "whsec_of_nobody_at_all_0123")
            headers[signature] = (isWallet ? "sha256=" : "") + code
        }
        counts.forged += 1
        let account = isWallet ? "wallets" : "agents"
        let callback = Callback(headers: headers, body: Array(body.utf8))
        try hand(callback, to: engine, .forged, (account, name, event), source: nil)
    }

    private func hand(
        _ callback: Callback,
        to engine: Engine,
        _ origin: Delivery.Origin,
        _ about: (account: String, paymentID: String, event: String),
        source: QueuedCallback?
    ) throws {
        let number = deliveries.count
        deliveries.append(
            Delivery(
                number: number,
                engine: engine.number,
                account: about.account,
                callback: callback,
                origin: origin,
                paymentID: about.paymentID,
                event: about.event,
                source: source
            )
        )
        note("e\(engine.number) receive \(number) \(origin.rawValue) \(about.event) \(alias(about.paymentID))")
        scheduler.callbackArrives(at: engine.number)
        start(engine) { [scheduler] gateway in
            let answer = await gateway.receive(callback, for: about.account)
            let wasWritten = answer != .refused && answer != .unknownAccount
            scheduler.callbackAnswered(by: engine.number, wasWritten: wasWritten)
            return .received(delivery: number, answer)
        }
        // The callbacks of one burst come to the engine in this order.
        scheduler.runUntilIdle()
    }

    static func name(_ text: String) throws -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { throw Violation("\(text) is no name of a header") }
        return name
    }

    static func sign(_ body: [UInt8], with secret: String) throws -> String {
        try SigningKey(Array(secret.utf8)).code(for: body.span).hexadecimal
    }

    private static func walletBody(_ payment: Payment, _ number: Int) -> String {
        """
        {"event":"payment.paid","environment":"SANDBOX","timestamp":"forged-\(number)","data":{"payment_intent_id":\
        "\(payment.providerPaymentID ?? "unknown")","amount":"\(payment.amount.wholeUnits ?? 0)","currency":"BDT",\
        "customer_reference":"\(payment.providerReference)"}}
        """
    }

    private static func agentBody(_ payment: Payment, _ number: Int) -> String {
        """
        {"merchant_payment_id":"\(payment.providerReference)","requested_amount":\(payment.amount.wholeUnits ?? 0),\
        "currency":"BDT","request_type":"\(payment.kind == .deposit ? "Deposit" : "Withdraw")",\
        "request_status":"Approved","transaction_id":"forged-\(number)","timestamp":"forged-\(number)"}
        """
    }
}
