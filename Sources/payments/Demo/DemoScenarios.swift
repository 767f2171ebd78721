import Pay2LocalSimulator
import PaymentGateway
import PaymentIntents
import ProviderSimulation
import SMSPaySimulator

/// What the demo shows: each outcome at each provider, and each thing that goes wrong with callbacks.
enum DemoScenarios {
    static let smsPay: [DemoScenario] = [
        DemoScenario("The customer pays", on: "wallets", ends: .succeeded) { play in
            let payment = try await play.create()
            play.narrator.act("the customer sends the money; the provider matches the wallet's SMS")
            try await play.stage.smsPay.pay(play.providerID(of: payment))
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("The customer sends another amount", on: "wallets", ends: .requiresReview) { play in
            let payment = try await play.create()
            play.narrator.act("the customer sends 450 instead of 500")
            try await play.stage.smsPay.pay(play.providerID(of: payment), amount: 450)
            try await play.wait(for: .requiresReview, of: payment)
        },
        DemoScenario("An operator at the provider refuses", on: "wallets", ends: .rejected) { play in
            let payment = try await play.create()
            try await play.stage.smsPay.reject(play.providerID(of: payment))
            try await play.wait(for: .rejected, of: payment)
        },
        DemoScenario("The time to pay passes", on: "wallets", ends: .expired) { play in
            let payment = try await play.create()
            play.narrator.act("nobody pays, and the provider says so")
            try await play.stage.smsPay.expire(play.providerID(of: payment))
            try await play.wait(for: .expired, of: payment)
        },
        DemoScenario("Expired, and then paid after all", on: "wallets", ends: .succeeded) { play in
            let payment = try await play.create()
            let id = try play.providerID(of: payment)
            try await play.stage.smsPay.expire(id)
            try await play.wait(for: .expired, of: payment)
            play.narrator.act("the wallet's SMS arrives late; an operator at the provider confirms it")
            try await play.stage.smsPay.confirm(id)
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("The provider's system fails, which no callback tells", on: "wallets", ends: .failed) { play in
            let payment = try await play.create()
            try await play.stage.smsPay.fail(play.providerID(of: payment))
            play.narrator.act("the merchant asks: payments sync")
            _ = try await play.gateway.sync(payment.id)
            try await play.wait(for: .failed, of: payment)
        },
        DemoScenario("The same callback twice", on: "wallets", ends: .succeeded) { play in
            let payment = try await play.create()
            play.stage.smsPay.faults.arm(.duplicate)
            try await play.stage.smsPay.pay(play.providerID(of: payment))
            try await play.waitForCallbacks(2, of: payment)
            play.stage.smsPay.faults.disarm(.duplicate)
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("Callbacks in the wrong order", on: "wallets", ends: .succeeded) { play in
            let payment = try await play.create()
            let id = try play.providerID(of: payment)
            play.narrator.act("payment.paid is held back, and payment.expired overtakes it")
            play.stage.smsPay.faults.arm(.reorder, .once)
            try await play.stage.smsPay.pay(id)
            try await play.stage.smsPay.announce(.expired, of: id)
            try await play.waitForCallbacks(2, of: payment)
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("The connection breaks after the provider took the order", on: "wallets", ends: .succeeded) {
            play in
            let before = await play.stage.smsPay.createdCount()
            play.stage.smsPay.faults.arm(.reset, .once)
            let payment = try await play.create()
            let created = await play.stage.smsPay.createdCount() - before
            play.narrator.act("no answer came; the same key was sent again: \(created) payment at the provider")
            guard created == 1 else { throw DemoFailure("the provider created \(created) payments") }
            try await play.stage.smsPay.pay(play.providerID(of: payment))
            try await play.wait(for: .succeeded, of: payment)
        },
    ]

    static let pay2Local: [DemoScenario] = [
        DemoScenario("A deposit is approved", on: "agents", ends: .succeeded) { play in
            let payment = try await play.create()
            try await play.stage.pay2Local.approve(play.providerID(of: payment))
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("A deposit is rejected", on: "agents", ends: .rejected) { play in
            let payment = try await play.create()
            try await play.stage.pay2Local.reject(play.providerID(of: payment))
            try await play.wait(for: .rejected, of: payment)
        },
        DemoScenario("A withdrawal is approved", on: "agents", kind: .withdrawal, ends: .succeeded) { play in
            let payment = try await play.create()
            try await play.stage.pay2Local.approve(play.providerID(of: payment))
            try await play.wait(for: .succeeded, of: payment)
        },
        DemoScenario("A withdrawal is rejected", on: "agents", kind: .withdrawal, ends: .rejected) { play in
            let payment = try await play.create()
            try await play.stage.pay2Local.reject(play.providerID(of: payment))
            try await play.wait(for: .rejected, of: payment)
        },
        DemoScenario("Another amount is approved, and a person decides", on: "agents", ends: .rejected) { play in
            let payment = try await play.create()
            try await play.stage.pay2Local.approve(play.providerID(of: payment), reporting: Taka(whole: 5))
            try await play.wait(for: .requiresReview, of: payment)
            play.narrator.act("the merchant decides: payments resolve --as rejected")
            _ = try await play.gateway.resolve(payment.id, as: .rejected, note: "5 taka came; sent back")
        },
        DemoScenario("The provider contradicts itself", on: "agents", ends: .conflicted) { play in
            let payment = try await play.create()
            play.narrator.act("Approved, and then Rejected")
            try await play.stage.pay2Local.contradict(play.providerID(of: payment))
            try await play.wait(for: .conflicted, of: payment)
        },
        DemoScenario(
            "A withdrawal whose creation got no answer",
            on: "agents",
            kind: .withdrawal,
            ends: .succeeded
        ) { play in
            let before = await play.stage.pay2Local.createdCount()
            play.stage.pay2Local.faults.arm(.reset, .once)
            do {
                _ = try await play.create()
                throw DemoFailure("the provider answered")
            } catch let error as GatewayError where error.code == .outcomeUnknown {
                play.narrator.act("no answer: money may have left, so nothing is sent again by itself")
            }
            let sent = await play.stage.pay2Local.paymentRequests().dropFirst(before)
            guard sent.count == 1, let request = sent.first else {
                throw DemoFailure("the provider has \(sent.count) requests")
            }
            play.narrator.act("the provider's callback settles it")
            try await play.stage.pay2Local.approve(request.requestID)
        },
    ]
}
