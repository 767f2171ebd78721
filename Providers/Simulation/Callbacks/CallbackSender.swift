/// Sends one callback until it is acknowledged or the attempts are used up.
public struct CallbackSender: Sendable {
    /// Where callbacks go; none are sent when it is `nil`.
    public let url: String?
    private let transport: any CallbackTransport
    private let schedule: RetrySchedule
    private let timekeeper: Timekeeper
    private let journal: Journal<Delivery>

    /// Makes a sender.
    ///
    /// - Parameters:
    ///   - url: the merchant's callback URL.
    ///   - transport: what carries the bytes.
    ///   - schedule: the attempts.
    ///   - timekeeper: what the pauses are measured with.
    ///   - journal: where every attempt is written.
    public init(
        url: String?,
        transport: any CallbackTransport,
        schedule: RetrySchedule,
        timekeeper: Timekeeper,
        journal: Journal<Delivery>
    ) {
        self.url = url
        self.transport = transport
        self.schedule = schedule
        self.timekeeper = timekeeper
        self.journal = journal
    }

    /// Sends the callback, waits, sends again.
    ///
    /// - Parameters:
    ///   - callback: what to send.
    ///   - afterFirstAttempt: called once the first attempt has ended, however it did.
    /// - Returns: the last answer; `nil` when the last attempt was not answered or the task was cancelled.
    @discardableResult
    public func deliver(
        _ callback: OutgoingCallback,
        afterFirstAttempt: @Sendable () -> Void = {}
    ) async -> CallbackAnswer? {
        guard let url else {
            afterFirstAttempt()
            return nil
        }
        var answer = await attempt(1, callback, url)
        afterFirstAttempt()
        for (number, pause) in zip(2..., schedule.pauses) where answer?.acknowledges != true {
            do { try await timekeeper.sleep(for: pause) } catch { return answer }
            answer = await attempt(number, callback, url)
        }
        return answer
    }

    /// Writes down a callback that is not going to be sent.
    ///
    /// - Parameter callback: what is dropped.
    public func drop(_ callback: OutgoingCallback) {
        journal.append(Delivery(callback: callback, attempt: 0, result: .dropped, endedAt: timekeeper.now))
    }

    private func attempt(_ number: Int, _ callback: OutgoingCallback, _ url: String) async -> CallbackAnswer? {
        let result: Delivery.Result
        do {
            result = .answered(try await transport.post(callback.body, headers: callback.headers, to: url))
        } catch {
            result = .unanswered(reason: String(describing: error))
        }
        journal.append(Delivery(callback: callback, attempt: number, result: result, endedAt: timekeeper.now))
        guard case .answered(let answer) = result else { return nil }
        return answer
    }
}
