import Foundation
import PaymentIntents

/// What engines may send, and what they may not.
extension Simulation {
    /// Looks at everything that was sent since the last time.
    func checkSent() throws {
        let sent = world.network.sent.value
        for message in sent[watch.sentCount...] {
            if message.destination == .stranger {
                throw Violation(of: .onlyKnownAddresses, "something was sent to \(message.request)")
            }
            if let creation = SentCreation(message) {
                try check(creation, in: message)
            } else if message.destination != .merchant {
                try checkRest(message)
            }
        }
        watch.sentCount = sent.count
    }

    private func check(_ creation: SentCreation, in message: Message) throws {
        let name = creation.name
        let earlier = watch.creations[name, default: []]
        watch.creations[name] = earlier + [(message, creation)]
        for (other, before) in earlier {
            if other.destination == .wallets, message.destination == .wallets {
                guard before.key == creation.key, other.request.body == message.request.body else {
                    throw Violation(
                        of: .sameKeySameBytes,
                        "\(name) was sent to SMS Pay again, and not with the same key and bytes"
                    )
                }
                continue
            }
            guard watch.certainlyNothing.contains(other.number) else {
                throw Violation(
                    of: .nothingTwice,
                    """
                    \(name) was sent to \(message.destination.rawValue), and may have been taken by \
                    \(other.destination.rawValue) before
                    """
                )
            }
        }
    }

    private func checkRest(_ message: Message) throws {
        guard let end = watch.rests(message.engine, message.destination), message.sentAt < end
        else { return }
        throw Violation(
            of: .restIsKept,
            "e\(message.engine) asked \(message.destination.rawValue), which wants to be left alone until \(end)"
        )
    }
}
