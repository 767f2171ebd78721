import PaymentGateway
import PaymentIntents

/// A unique key of the payments of one environment.
enum PaymentKey {
    /// Our identity for it.
    case id(PaymentID)
    /// The key that makes the same request the same payment.
    case idempotencyKey(PaymentKind, String)

    /// Asks for the payment that has the key.
    ///
    /// - Parameters:
    ///   - environment: The environment.
    ///   - isLocked: Whether nobody else may change it until the transaction ends.
    /// - Returns: The statement.
    func query(in environment: PaymentEnvironment, isLocked: Bool = false) -> Statement {
        let select = "\(PaymentRow.query) WHERE payment.environment = $1 AND payment."
        let lock = isLocked ? " FOR UPDATE" : ""
        return switch self {
        case .id(let id):
            Statement("\(select)id = $2\(lock)", [.name(environment), .text(id.rawValue)])
        case .idempotencyKey(let kind, let key):
            Statement(
                "\(select)kind = $2 AND payment.idempotency_key = $3\(lock)",
                [.name(environment), .name(kind), .outside(key)]
            )
        }
    }
}
