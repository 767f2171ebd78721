extension CallbackReceipt {
    /// Says what is to be done about what an authentic callback says.
    ///
    /// - Parameters:
    ///   - event: What an adapter made of the callback.
    ///   - trust: What has to hold before it is believed.
    /// - Throws: `CallbackProblem` when the evidence names no payment.
    @usableFromInline
    init(of event: consuming CallbackEvent, trust: CallbackTrust) throws(CallbackProblem) {
        if event.stands, !trust.needsConfirmation {
            self = .event(event)
            return
        }
        guard case .evidence(var evidence) = event else {
            self = .event(event)
            return
        }
        guard evidence.namesPayment else { throw .notUnderstood("names no payment") }
        // Whatever the adapter wrote: a callback speaks for no clock and no operator.
        evidence.source = .callback
        self = trust.needsConfirmation ? .hint(PaymentLookup(evidence), says: evidence) : .event(.evidence(evidence))
    }
}

extension CallbackEvent {
    /// Whether nothing has to be corrected. Then the event is handed on as it is: a copy of evidence counts every one of
    /// its texts up and down.
    fileprivate var stands: Bool {
        guard case .evidence(let evidence) = self else { return true }
        return evidence.namesPayment && evidence.source == .callback
    }
}
