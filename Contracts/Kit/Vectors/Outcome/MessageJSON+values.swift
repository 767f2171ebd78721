import Foundation
import HTTPTypes
import PaymentIntents

/// Values as vectors write them.
extension MessageJSON {
    /// `{"value":"500.00","currency":"BDT"}`.
    init(_ money: Money) {
        self.init(present: ["value": .string(money.decimalText), "currency": .string(money.currency.code)])
    }

    /// Money, or the word `unreadable`; nothing when no amount is stated.
    static func stated(_ amount: StatedAmount) -> MessageJSON? {
        switch amount {
        case .money(let money): MessageJSON(money)
        case .unreadable: .string("unreadable")
        case .absent: nil
        }
    }

    /// A text, if there is one.
    static func optional(_ text: String?) -> MessageJSON? { text.map { .string($0) } }

    /// UTC with milliseconds: `2026-05-05T10:05:00.000Z`.
    static func time(_ date: Date?) -> MessageJSON? {
        date.map { .string($0.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))) }
    }

    /// `{"text":"…"}`, or `{"base64":"…"}` for what is not UTF-8; nothing when there are no bytes.
    static func body(_ bytes: [UInt8]) -> MessageJSON? {
        guard !bytes.isEmpty else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return MessageJSON(present: ["base64": .string(Data(bytes).base64EncodedString())])
        }
        return MessageJSON(present: ["text": .string(text)])
    }

    /// Header fields by name in lower case. Their order does not count; of one name it does.
    static func headers(_ fields: HTTPFields) -> MessageJSON {
        let sorted = fields.enumerated()
            .sorted {
                ($0.element.name.canonicalName, $0.offset) < ($1.element.name.canonicalName, $1.offset)
            }
        return .array(sorted.map { .array([.string($0.element.name.canonicalName), .string($0.element.value)]) })
    }
}
