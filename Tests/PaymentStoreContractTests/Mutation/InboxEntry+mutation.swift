import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents

extension InboxEntry {
    /// The entry with something else in it.
    func with(
        number: Int64? = nil,
        account: AccountName? = nil,
        state: InboxState? = nil,
        receivedAt: Date? = nil,
        copies: Int? = nil,
        headers: HTTPFields? = nil,
        body: [UInt8]? = nil
    ) -> InboxEntry {
        InboxEntry(
            number: number ?? self.number,
            account: account ?? self.account,
            state: state ?? self.state,
            note: note,
            paymentID: paymentID,
            receivedAt: receivedAt ?? self.receivedAt,
            copies: copies ?? self.copies,
            callback: Callback(headers: headers ?? callback.headers, body: body ?? callback.body)
        )
    }

    /// The entry with another reason, or none.
    func with(note: String?) -> InboxEntry { with(note: note, paymentID: paymentID) }

    /// The entry with another payment, or none.
    func with(paymentID: PaymentID?) -> InboxEntry { with(note: note, paymentID: paymentID) }

    private func with(note: String?, paymentID: PaymentID?) -> InboxEntry {
        InboxEntry(
            number: number,
            account: account,
            state: state,
            note: note,
            paymentID: paymentID,
            receivedAt: receivedAt,
            copies: copies,
            callback: callback
        )
    }
}
