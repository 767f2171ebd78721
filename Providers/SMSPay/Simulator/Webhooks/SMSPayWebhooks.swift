import Foundation
import HTTPTypes
import Logging
import ProviderSimulation

/// Makes, signs and dispatches webhooks.
struct SMSPayWebhooks: Sendable {
    let configuration: SMSPaySimulatorConfiguration
    let signer: CallbackSigner
    let dispatcher: CallbackDispatcher
    let faults: FaultPlan
    let identifiers: IdentifierSource
    let timekeeper: Timekeeper
    let logger: Logger

    /// Tells the merchant of an event; a success may be followed by its contradiction.
    func announce(_ event: SMSPayEvent, of intent: SimulatedIntent) {
        send(event, of: intent)
        if event == .paid, faults.strikes(.contradict) { send(.rejected, of: intent) }
    }

    /// The endpoint verification of the newer documents, signed like any webhook.
    ///
    /// - Parameter challenge: what the merchant has to send back.
    /// - Returns: the callback.
    /// - Throws: when it cannot be signed.
    func verification(challenge: String) throws -> OutgoingCallback {
        let body: WireJSON = [
            "event": "webhook.endpoint_verification",
            "environment": .string(configuration.environment.rawValue),
            "timestamp": .string(Timestamp.text(timekeeper.now)),
            "challenge": .string(challenge),
        ]
        return try callback("webhook.endpoint_verification", of: "endpoint", body: body, wrongly: false)
    }

    private func send(_ event: SMSPayEvent, of intent: SimulatedIntent) {
        let amount = faults.strikes(.wrongAmount) ? intent.amount + 1 : intent.amount
        let body: WireJSON = [
            "event": .string(event.rawValue),
            "environment": .string(configuration.environment.rawValue),
            "timestamp": .string(Timestamp.text(timekeeper.now)),
            "data": [
                "payment_intent_id": .string(intent.id),
                "amount": .string(String(amount)),
                "currency": "BDT",
                "customer_reference": .string(intent.customerReference),
                "merchant_reference": .text(intent.merchantReference),
            ],
        ]
        do {
            let wrongly = faults.strikes(.wrongSignature)
            dispatcher.dispatch(try callback(event.rawValue, of: intent.id, body: body, wrongly: wrongly))
        } catch {
            logger.error("webhook not signed", metadata: ["payment": "\(intent.id)", "event": "\(event.rawValue)"])
        }
    }

    private func callback(
        _ event: String,
        of paymentID: String,
        body: WireJSON,
        wrongly: Bool
    ) throws -> OutgoingCallback {
        let bytes = body.bytes
        let signature = "sha256=" + (try signer.hexadecimal(for: bytes, wrongly: wrongly))
        var fields = [("Content-Type", "application/json"), ("User-Agent", "smspaybd-webhooks/1.0")]
        fields += configuration.signatureHeaders.map { ($0.rawValue, signature) }
        if configuration.sendsWebhookMetadata {
            fields += [
                ("X-Webhook-Id", identifiers.uuid()),
                ("X-Webhook-Event", event),
                ("X-Webhook-Timestamp", Timestamp.text(timekeeper.now)),
                ("X-Webhook-Idempotency-Key", "\(paymentID):\(event)"),
            ]
        }
        var headers = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return OutgoingCallback(paymentID: paymentID, event: event, headers: headers, body: bytes)
    }
}
