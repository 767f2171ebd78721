import Foundation
import StrictJSON

/// A payment as PoishaPay keeps it.
struct SimulatedPayment {
    let id: String
    let mode: String
    let direction: String
    let amount: Int64
    let reference: String
    let method: String?
    let createdAt: Int64
    let expiresAt: Int64
    var status = "waiting"

    var transaction: String? { status == "paid" ? "T-" + id : nil }

    /// The payment in an answer. ‘Payments’.
    var answer: JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("id", id)
        object.write("mode", mode)
        write(to: &object, amount: amount)
        object.write("method", method)
        object.write("pay_url", status == "waiting" ? "https://pay.poishapay.example/\(id)" : nil)
        object.write("expires_at", Self.text(expiresAt))
        object.write("created_at", Self.text(createdAt))
        return object
    }

    /// The body of a callback. ‘Callbacks’.
    ///
    /// - Parameters:
    ///   - time: When the status changed, in seconds since 1970.
    ///   - amount: The amount to name.
    /// - Returns: The body.
    func notice(at time: Int64, amount: Int64) -> [UInt8] {
        var payment = JSONObjectWriter()
        payment.write("id", id)
        write(to: &payment, amount: amount)
        var object = JSONObjectWriter()
        object.write("type", "payment.changed")
        object.write("mode", mode)
        object.write("occurred_at", Self.text(time))
        object.write("payment", payment)
        return object.finished()
    }

    private func write(to object: inout JSONObjectWriter, amount: Int64) {
        object.write("direction", direction)
        object.write("amount", number: String(amount))
        object.write("currency", "BDT")
        object.write("reference", reference)
        object.write("status", status)
        object.write("transaction", transaction)
    }

    private static func text(_ time: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(time)).formatted(.iso8601)
    }
}
