public import PaymentGateway
import Synchronization

extension PostgresPaymentStore {
    /// Is given when any instance has committed notifications. From the first call on, a connection of its own listens.
    public var changeSignal: ChangeSignal? {
        listener.withLock { listener in
            let listening = listener ?? ChangeListener(url: url, channel: channel, limits: pool.limits)
            listener = listening
            return listening.signal
        }
    }
}
