/// Which members the objects have that stand under `expect`. Their values are compared with what comes, and need no other
/// check.
enum VectorShapes {
    private struct Shape {
        var required: [String]
        var optional: [String] = []
    }

    private static let evidence = Shape(
        required: ["claim", "rawStatus"],
        optional: ["kind", "amount", "reference", "providerPaymentID", "transactionID", "statedTime"]
    )

    /// By the name of the member that holds the object.
    private static let shapes: [String: Shape] = [
        "request": Shape(required: ["method", "url", "headers"], optional: ["body"]),
        "intent": Shape(
            required: ["claim", "rawStatus", "kind", "reference", "providerPaymentID", "nextAction"],
            optional: ["amount", "transactionID", "method", "expiresAt", "createdAt"]
        ),
        "page": Shape(required: ["intents", "hasMore"]),
        "balance": Shape(required: [], optional: ["available", "unsettled"]),
        "error": Shape(required: ["code", "consequence"], optional: ["names", "httpStatus", "retryAfter"]),
        "evidence": evidence,
        "says": evidence,
        "hint": Shape(required: [], optional: ["kind", "reference", "providerPaymentID", "says"]),
        "problem": Shape(required: ["type"], optional: ["names"]),
        "refusal": Shape(required: ["reason", "check"]),
        "comparison": Shape(required: ["claim", "discrepancies", "status", "late"]),
        "nextAction": Shape(required: ["type"], optional: ["url", "receiver", "amount", "reference"]),
        "body": Shape(required: [], optional: ["text", "base64"]),
        "amount": money,
        "available": money,
        "unsettled": money,
    ]

    private static let money = Shape(required: ["value", "currency"])

    /// Checks every object under an expectation.
    ///
    /// - Parameters:
    ///   - expected: The expectation.
    ///   - place: Where it stands, for errors.
    /// - Throws: ``ContractViolation`` that names a member which has no business there, or is missing.
    static func check(_ expected: VectorObject, at place: String) throws(ContractViolation) {
        // An acknowledgement is the provider's own JSON, so any object goes.
        for name in expected.names where name != "acknowledgement" {
            try check(expected[name], called: name, at: "\(place), \(name)")
        }
    }

    private static func check(_ value: MessageJSON?, called name: String, at place: String) throws(ContractViolation) {
        switch value {
        case .object:
            guard let shape = shapes[name] else {
                throw ContractViolation(sent: place, came: "an object", due: "none here")
            }
            let object = try VectorObject(value, at: place, required: shape.required, optional: shape.optional)
            for name in object.names { try check(object[name], called: name, at: "\(place), \(name)") }
        case .array(let elements) where name == "intents":
            for element in elements { try check(element, called: "intent", at: place) }
        default: break
        }
    }
}
