import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents

/// Everything that can be seen of a callback in the inbox, to compare it.
struct KeptCallback: Sendable, Hashable {
    let number: Int64
    let account: AccountName
    let state: InboxState
    /// As bytes: as strings, two normal forms are equal.
    let note: [UInt8]?
    let paymentID: PaymentID?
    let milliseconds: Int64
    let copies: Int
    let headers: [String]
    let body: [UInt8]

    init(_ entry: InboxEntry) {
        number = entry.number
        account = entry.account
        state = entry.state
        note = entry.note.map { Array($0.utf8) }
        paymentID = entry.paymentID
        milliseconds = Int64((entry.receivedAt.timeIntervalSince1970 * 1000).rounded())
        copies = entry.copies
        headers = entry.callback.headerLines
        body = entry.callback.body
    }
}

extension Callback {
    /// The headers, a line each, in ASCII: as other strings, two normal forms are equal.
    var headerLines: [String] {
        headers.map { field in
            field.name.canonicalName + ": " + field.value.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
        }
    }
}
