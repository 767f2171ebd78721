import PaymentIntents

/// The vectors themselves.
enum VectorReadingRules {
    static let all: [AdapterRule] = [readable, complete]

    static let readable = AdapterRule(
        "vectors.readable",
        "Vectors are for programs in any language: each file is exactly what the format says, and each id is one vector.",
        needs: .vectors
    ) { subject in
        _ = try VectorReader.vectors(in: subject.vectors, of: subject.name)
    }

    static let complete = AdapterRule(
        "vectors.complete",
        "What the provider offers has an example: each call written and answered, each direction, a callback believed.",
        needs: .vectors
    ) { subject in
        let shown = Set(try VectorReader.vectors(in: subject.vectors, of: subject.name).compactMap(\.shows))
        var due: Set = [VectorSample.callback]
        for operation in subject.capabilities.operations {
            due.insert(.reply(operation))
            if operation != .create { due.insert(.request(operation)) }
        }
        for kind in subject.capabilities.kinds { due.insert(.creation(kind)) }
        let missing = due.subtracting(shown).map { "\($0)" }.sorted()
        try require(
            missing.isEmpty,
            sent: "all vectors",
            came: "none for: \(missing.joined(separator: ", "))",
            due: "at least one for each"
        )
    }
}

/// What a vector is an example of.
private enum VectorSample: Hashable, CustomStringConvertible {
    case creation(PaymentKind)
    case request(Capabilities.Operation)
    case reply(Capabilities.Operation)
    case callback

    var description: String {
        switch self {
        case .creation(let kind): "the creation of a \(kind.rawValue)"
        case .request(let operation): "a request to \(operation.rawValue)"
        case .reply(let operation): "an answer to \(operation.rawValue)"
        case .callback: "a callback that is believed"
        }
    }
}

extension Vector {
    /// What the vector is an example of; nothing when it shows something that goes wrong.
    fileprivate var shows: VectorSample? {
        switch (given, outcome) {
        case (.request(.create(let order)), .request): .creation(order.kind)
        case (.request(let call), .request): .request(call.operation)
        case (.reply(let reply), .intent), (.reply(let reply), .page), (.reply(let reply), .balance):
            .reply(reply.call.operation)
        case (.callback, .evidence): .callback
        default: nil
        }
    }
}
