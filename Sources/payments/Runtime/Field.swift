import PaymentGateway
import PaymentIntents

/// Turns the texts of a command line into values, and names the option when one is wrong.
enum Field {
    /// A value, or the error that names its option.
    static func required<Value>(
        _ name: String,
        _ value: Value?,
        _ problem: String
    ) throws(CommandFailure) -> Value {
        guard let value else { throw CommandFailure(GatewayError(.invalidRequest, "\(name): \(problem)")) }
        return value
    }

    /// A value that may be absent, or the error that names its option.
    static func optional<Value>(
        _ name: String,
        _ text: String?,
        _ problem: String,
        _ parse: (String) -> Value?
    ) throws(CommandFailure) -> Value? {
        guard let text else { return nil }
        return try required(name, parse(text), problem)
    }

    /// The id of a payment of ours.
    static func paymentID(_ text: String) throws(CommandFailure) -> PaymentID {
        guard let id = PaymentID(text) else {
            throw CommandFailure(GatewayError(.notFound, "there is no payment of that id"))
        }
        return id
    }
}
