import Foundation
import PaymentIntents

/// A message that says the same as another one, at another time.
struct StatedTime {
    let about: String
    let message: MessageJSON

    /// The message a day earlier, a day later, in 1970 and in 2099.
    ///
    /// - Throws: ``ContractViolation`` when the sample's time is neither a date of ISO 8601 nor a number.
    static func others(in message: MessageJSON, _ wire: WireMessage) throws(ContractViolation) -> [StatedTime] {
        guard let path = wire.fields[.statedTime] else { return [] }
        let day: TimeInterval = 86_400
        let stated: Date
        let write: (Date) -> MessageJSON
        switch message[path] {
        case .string(let text):
            guard let date = WireTime.date(text) else {
                throw ContractViolation(sent: "the sample's time", came: text, due: "a date of ISO 8601")
            }
            stated = date
            write = { .string($0.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))) }
        case .number(let text):
            guard let number = Int64(text) else {
                throw ContractViolation(sent: "the sample's time", came: text, due: "a whole number")
            }
            // More than this many seconds are some time after the year 5000, so these are milliseconds.
            let perSecond: Int64 = number > 100_000_000_000 ? 1000 : 1
            stated = Date(timeIntervalSince1970: TimeInterval(number / perSecond))
            write = { .number(String(Int64($0.timeIntervalSince1970) * perSecond)) }
        default: throw ContractViolation(sent: "the sample's time", came: "none", due: "a text or a number")
        }
        return [
            ("a day earlier", stated - day), ("a day later", stated + day),
            ("in 1970", Date(timeIntervalSince1970: 1)), ("in 2099", Date(timeIntervalSince1970: 4_070_908_800)),
        ]
        .map { StatedTime(about: $0, message: message.setting(path, to: write($1))) }
    }
}
