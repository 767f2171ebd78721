import PaymentIntents

/// One of the callbacks that a provider can sign for a payment, and the claim that is due for it.
struct ToldCallback {
    let about: String
    let callback: Callback
    let claim: Claim

    /// Every documented word, and a success with another amount, all about the sample payment.
    static func all(of subject: any AdapterSubject) throws -> [ToldCallback] {
        let (wire, setup) = (subject.wire, try AdapterSetup())
        let payment = try subject.samplePayment()
        var all: [ToldCallback] = []
        for (word, claim) in wire.callback.claims.sorted(by: { $0.key < $1.key }) {
            let message = wire.callback.message(word, about: payment, in: setup.environment)
            let callback = try wire.signing.sign(message.bytes, with: setup.callbackKeys[0])
            all.append(ToldCallback(about: "‘\(word)’", callback: callback, claim: claim))
            guard claim == .succeeded else { continue }
            let other = wire.callback.saying(try subject.samplePayment(units: 501).order.amount, in: message)
            all.append(
                ToldCallback(
                    about: "‘\(word)’ of another amount",
                    callback: try wire.signing.sign(other.bytes, with: setup.callbackKeys[0]),
                    claim: .review
                )
            )
        }
        guard all.contains(where: { $0.claim == .succeeded }) else {
            throw ContractViolation(sent: "the words of callbacks", came: "none for a success", due: "at least one")
        }
        return all
    }
}
