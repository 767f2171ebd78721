import HTTPTypes
import Logging
import ProviderSimulation

/// Makes, signs and dispatches callbacks.
struct Pay2LocalCallbacks: Sendable {
    let configuration: Pay2LocalSimulatorConfiguration
    let signer: CallbackSigner
    let dispatcher: CallbackDispatcher
    let faults: FaultPlan
    let timekeeper: Timekeeper
    let logger: Logger

    /// Tells the merchant where a request stands; an approval may be followed by its contradiction.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - amount: what to call the requested amount; the true one when not given.
    func announce(_ request: SimulatedRequest, reporting amount: Taka? = nil) {
        send(request, amount: amount ?? request.amount)
        guard request.status == .approved, faults.strikes(.contradict) else { return }
        var contradiction = request
        contradiction.status = .rejected
        contradiction.transactionID = nil
        send(contradiction, amount: request.amount)
    }

    private func send(_ request: SimulatedRequest, amount: Taka) {
        let amount = faults.strikes(.wrongAmount) ? Taka(paisa: amount.paisa &+ 100) : amount
        do {
            dispatcher.dispatch(try callback(request, amount: amount, wrongly: faults.strikes(.wrongSignature)))
        } catch {
            logger.error("callback not signed", metadata: ["request": "\(request.requestID)"])
        }
    }

    private func callback(_ request: SimulatedRequest, amount: Taka, wrongly: Bool) throws -> OutgoingCallback {
        var members: [WireJSON.Member] = [
            .init("merchant_payment_id", .string(request.merchantPaymentID)),
            .init("requested_amount", .number(configuration.writesTwoDecimals ? amount.fixedDigits : amount.digits)),
            .init("currency", "BDT"),
            .init("request_type", .string(request.kind.rawValue)),
            .init("bank_type", .string((request.wallet ?? .bKash).bankType)),
            .init("request_status", .string(request.status.rawValue)),
        ]
        if let transactionID = request.transactionID {
            members.append(.init("transaction_id", .string(transactionID)))
        }
        members += [
            .init("service_type", .string(request.serviceType.rawValue)),
            .init("timestamp", .string(DhakaTime.text(timekeeper.now))),
        ]
        let covered = signedText(members, requestID: request.requestID)
        let signature = try signer.hexadecimal(for: Array(covered.utf8), wrongly: wrongly)
        let body = WireJSON.object(members + [.init("signature", .string(signature))]).bytes
        let fields = [
            ("Content-Type", "application/json"),
            ("x-signature", try signer.hexadecimal(for: body, wrongly: wrongly)),
            ("x-request-id", request.requestID),
        ]
        var headers = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return OutgoingCallback(
            paymentID: request.requestID,
            event: request.status.rawValue,
            headers: headers,
            body: body
        )
    }

    /// The values of the signed fields as they stand in the body; an absent field is skipped.
    private func signedText(_ members: [WireJSON.Member], requestID: String) -> String {
        let values = configuration.signedFields.compactMap { name -> String? in
            if name == "@x-request-id" { return requestID }
            switch members.first(where: { $0.name == name })?.value {
            case .string(let text), .number(let text): return text
            case .object, .array, .boolean, .null, nil: return nil
            }
        }
        return values.joined(separator: configuration.signedFieldSeparator)
    }
}
