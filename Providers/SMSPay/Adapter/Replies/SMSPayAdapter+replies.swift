public import PaymentIntents
import StrictJSON

/// What comes back. SMS Pay API, ‘Endpoints’ and ‘Errors’.
extension SMSPayAdapter {
    /// The most that is read of an answer: a page of intents is larger than a webhook.
    static let answerLimits = JSONLimits(maximumByteCount: 1 << 20)

    /// Reads the answer to a call.
    ///
    /// - Parameters:
    ///   - response: What came back.
    ///   - call: The call that it answers.
    /// - Returns: The intent, or the page of intents.
    /// - Throws: `ProviderError`. Whatever is not what SMS Pay documents is `unreadable`, and so says nothing about
    ///   what became of a creation.
    public func reply(
        in response: ProviderResponse,
        to call: ProviderCall
    ) throws(ProviderError) -> ProviderReply<SMSPayIntent> {
        do throws(ProviderError) {
            guard response.isSuccessful else { throw ErrorAnswer.error(in: response, to: call) }
            switch call {
            case .create, .query: return .intent(try SMSPayIntent(try answer(in: response), configuration))
            case .list(let page): return try self.page(page, in: try answer(in: response))
            case .balance: throw ProviderError(.unsupported, "SMS Pay tells no balance")
            }
        } catch {
            var error = error
            error.httpStatus = response.status
            throw error
        }
    }

    private func answer(in response: ProviderResponse) throws(ProviderError) -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(response.body, limits: Self.answerLimits).root
        } catch {
            throw ProviderError(.unreadable, "body: \(error)")
        }
    }

    /// `{ data: PaymentIntent[], total, page, limit }`. One intent that cannot be read spoils the page: it could be the
    /// one that is looked for.
    private func page(_ page: Int, in answer: JSONValue) throws(ProviderError) -> ProviderReply<SMSPayIntent> {
        guard let data = answer["data"]?.elements else {
            throw ProviderError(.unreadable, "data: missing, or not a list")
        }
        guard let total = answer["total"]?.integer, total >= 0 else {
            throw ProviderError(.unreadable, "total: missing, or not a number")
        }
        var intents: [SMSPayIntent] = []
        for element in data { intents.append(try SMSPayIntent(element, configuration)) }
        return .page(intents, hasMore: hasMore(after: page, of: answer["limit"]?.integer, total, data.count))
    }

    /// SMS Pay may give fewer intents a page than were asked for, so its own `limit` counts. An empty page is the last.
    private func hasMore(after page: Int, of limit: Int64?, _ total: Int64, _ count: Int) -> Bool {
        guard count > 0 else { return false }
        let size = limit.flatMap { $0 > 0 ? $0 : nil } ?? Int64(Self.pageSize)
        let (seen, overflows) = Int64(page).multipliedReportingOverflow(by: size)
        return !overflows && seen < total
    }
}
