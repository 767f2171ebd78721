import PaymentIntents

/// What became of a callback, whatever it was.
enum CallbackOutcome: Hashable {
    case received(CallbackReceipt)
    case refused(CallbackRefusal)

    init(of callback: Callback, at adapter: any ProviderAdapter) {
        do throws(CallbackRefusal) {
            self = .received(try adapter.receive(callback))
        } catch {
            self = .refused(error)
        }
    }

    var isRefused: Bool {
        guard case .refused = self else { return false }
        return true
    }

    /// The evidence that was taken out of it, if it was.
    var evidence: Evidence? {
        guard case .received(.event(.evidence(let evidence))) = self else { return nil }
        return evidence
    }
}
