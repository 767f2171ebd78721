import Foundation
import PaymentGateway
import PaymentIntents
import SMSPaySimulator

/// The merchant's program is killed at the worst moment, and started again.
///
/// Both are processes of their own on the demo's store. The demo itself works beside them, as `payments create` does.
enum DemoCrash {
    static func scenario(configuration path: String) -> DemoScenario {
        DemoScenario("Killed between commit and answer", on: "wallets", ends: .succeeded) { play in
            let doomed = try DemoProcess(["demo-serve", "--config", path], in: play.stage.folder)
            defer { doomed.kill() }
            try await play.wait("the program to listen") { try doomed.isListening }
            let payment = try await play.create()
            // One that is under way when its sender dies is sent again, but only when its lease has run out.
            try await play.wait("the merchant to be told of the beginning") {
                try await play.gateway.notifications(matching: OutboxFilter(state: .pending))
                    .allSatisfy { $0.notification.paymentID != payment.id }
            }
            try await play.stage.smsPay.pay(play.providerID(of: payment))
            try await play.wait("the program to be killed") { doomed.hasEnded }
            guard await doomed.end() == SIGKILL else { throw DemoFailure("the program was not killed") }
            play.narrator.act("kill -9: the callback is in the store, and nobody has answered the provider")
            guard try await play.gateway.payment(payment.id).status == .succeeded else {
                throw DemoFailure("the callback is not in the store")
            }
            guard !play.stage.told(about: payment.id).contains("succeeded") else {
                throw DemoFailure("the merchant was told before")
            }

            let restarted = try DemoProcess(["serve", "--config", path], in: play.stage.folder)
            do {
                play.narrator.act("payments serve is started again; the provider sends its callback again")
                try await play.waitForCallbacks(2, of: payment)
                try await play.wait("the merchant to be told") {
                    play.stage.told(about: payment.id).last == "succeeded"
                }
            } catch {
                restarted.kill()
                throw error
            }
            await restarted.terminate()
        }
    }

    /// Of two instances the one that takes the callback is killed, and the provider's next try gets to the other one.
    static func ofOne(_ doomed: DemoProcess) -> DemoScenario {
        DemoScenario("One of two instances killed before it answers", on: "wallets", ends: .succeeded) { play in
            let payment = try await play.create()
            try await play.stage.smsPay.pay(play.providerID(of: payment))
            try await play.wait("the instance to be killed") { doomed.hasEnded }
            guard await doomed.end() == SIGKILL else { throw DemoFailure("the instance was not killed") }
            play.narrator.act("kill -9: the callback is in the database, and nobody has answered the provider")
            guard try await play.gateway.payment(payment.id).status == .succeeded else {
                throw DemoFailure("the callback is not in the database")
            }
            play.narrator.act("the other instance tells the merchant; the provider sends its callback again")
            try await play.waitForCallbacks(2, of: payment)
        }
    }
}
