import HTTPTypes
import PaymentIntents

/// What adapters make of answers, as vectors write it.
extension MessageJSON {
    /// A request.
    init(_ request: ProviderRequest) {
        self.init(present: [
            "method": .string(request.method.rawValue),
            "url": .string(request.url),
            "headers": .headers(request.headers),
            "body": .body(request.body),
        ])
    }

    /// An intent.
    init(_ intent: some ProviderIntent) {
        self.init(present: [
            "claim": .string(intent.claim.rawValue),
            "rawStatus": .string(intent.rawStatus),
            "kind": .string(intent.kind.rawValue),
            "amount": .stated(intent.statedAmount),
            "reference": .string(intent.reference),
            "providerPaymentID": .optional(intent.providerPaymentID),
            "transactionID": .optional(intent.transactionID),
            "method": .optional(intent.method?.rawValue),
            "nextAction": MessageJSON(intent.nextAction),
            "expiresAt": .time(intent.expiresAt),
            "createdAt": .time(intent.createdAt),
        ])
    }

    private init(_ action: NextAction) {
        switch action {
        case .redirect(let url): self.init(present: ["type": .string("redirect"), "url": .string(url.text)])
        case .instructions(let instructions):
            self.init(present: [
                "type": .string("instructions"),
                "receiver": .string(instructions.receiver.digits),
                "amount": MessageJSON(instructions.amount),
                "reference": .optional(instructions.reference),
            ])
        case .none: self.init(present: ["type": .string("none")])
        }
    }

    /// A reply, by the name of what it is.
    init(_ reply: ProviderReply<some ProviderIntent>) {
        switch reply {
        case .intent(let intent): self.init(present: ["intent": MessageJSON(intent)])
        case .page(let intents, let hasMore):
            let page = MessageJSON(present: [
                "intents": .array(intents.map { MessageJSON($0) }), "hasMore": .boolean(hasMore),
            ])
            self.init(present: ["page": page])
        case .balance(let balance):
            let amounts = MessageJSON(present: [
                "available": balance.available.map { MessageJSON($0) },
                "unsettled": balance.unsettled.map { MessageJSON($0) },
            ])
            self.init(present: ["balance": amounts])
        }
    }

    /// An error. Its sentence is free; of the words that are due, those that it has are named.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - due: The words that its sentence has to have.
    init(_ error: ProviderError, naming due: MessageJSON?) {
        let rest = error.retryAfter.map { MessageJSON.number("\($0.components.seconds)") }
        self.init(present: [
            "code": .string(error.code.rawValue),
            "consequence": .string("\(error.consequence)"),
            "names": .named(in: error.message, of: due),
            "httpStatus": error.httpStatus.map { .number("\($0)") },
            "retryAfter": rest,
        ])
    }

    /// Those words of a list that a sentence has.
    static func named(in sentence: String, of due: MessageJSON?) -> MessageJSON? {
        guard case .array(let words) = due else { return nil }
        return .array(
            words.filter { word in
                guard case .string(let text) = word else { return false }
                return sentence.contains(text)
            }
        )
    }
}
