import PaymentIntents
import StrictJSON

/// How a message may be written, and what is no message.
extension CallbackContentRules {
    static let unknownMembers = AdapterRule(
        "callback.content.unknown-members",
        "Newer versions add members; a callback that has more than the documents say is still understood."
    ) { subject in
        let trial = try ContentTrial(subject)
        let genuine = try trial.outcome(of: trial.message)
        let values: [MessageJSON] = [
            .null, .boolean(true), .number("1e400"), .string("x"), .array([.object([])]),
            .object([.init("amount", .null)]),
        ]
        for value in values {
            for path in [[]] + trial.objects {
                let message = trial.message.setting(path + ["a_newer_member"], to: value)
                try trial.outcome(of: message).mustEqual(genuine, "a callback with one member more: \(value.quoted)")
            }
        }
    }

    static let form = AdapterRule(
        "callback.content.form",
        "The order of members, blanks and escapes are the writer's choice and mean nothing, once they are signed."
    ) { subject in
        let trial = try ContentTrial(subject)
        let genuine = try trial.outcome(of: trial.message)
        let message = try MessageJSON(try trial.signedBody())
        let bodies = [
            message.reversed.bytes, message.bytes(in: .init(space: " ")), message.bytes(in: .init(space: "\r\n\t")),
            message.bytes(in: .init(escapesLetters: true)),
        ]
        for body in bodies {
            try trial.outcome(sealing: body).mustEqual(genuine, String(decoding: body, as: UTF8.self))
        }
    }

    static let repeatedNames = AdapterRule(
        "callback.content.repeated-names",
        "Of two members of one name some readers take the first and some the last; such a callback says two things."
    ) { subject in
        let trial = try ContentTrial(subject)
        let message = try MessageJSON(try trial.signedBody())
        let inside = MessageJSON.object([.init("x", .number("1")), .init("x", .number("1"))])
        try trial.mustNotBeUnderstood(message.setting(["a_newer_member"], to: inside).bytes)
        for field in WireField.allCases {
            guard let path = trial.wire.fields[field], let name = path.last, let value = message[path] else { continue }
            let parent = Array(path.dropLast())
            guard case .object(let members) = message[parent] else { continue }
            for other in [value, .null, .string("other"), .number("1")] {
                let twin = MessageJSON.Member(name, other)
                for twins in [[twin] + members, members + [twin]] {
                    let body = message.setting(parent, to: .object(twins))
                    for form in [MessageJSON.Form(), .init(escapesLetters: true)] {
                        try trial.mustNotBeUnderstood(body.bytes(in: form))
                    }
                    // Only one of the two is written with an escape, so that a search for the name finds one.
                    guard let first = name.unicodeScalars.first else { continue }
                    let escaped = "\"\\u00" + String(first.value, radix: 16) + name.dropFirst() + "\":"
                    try trial.mustNotBeUnderstood(
                        Array(
                            String(decoding: body.bytes, as: UTF8.self)
                                .replacing("\"\(name)\":", with: escaped, maxReplacements: 1).utf8
                        )
                    )
                }
            }
        }
    }

    static let malformed = AdapterRule(
        "callback.content.malformed",
        "What is not JSON says nothing, even signed: some readers would repair it, each in its own way."
    ) { subject in
        let trial = try ContentTrial(subject)
        for body in HostileJSON.malformed(around: try trial.signedBody()) {
            try trial.mustNotBeUnderstood(body)
        }
    }

    static let extremes = AdapterRule(
        "callback.content.extremes",
        "Depth, length and huge numbers bring nobody down, and wrap round to no other number."
    ) { subject in
        let trial = try ContentTrial(subject)
        let genuine = try trial.outcome(of: trial.message)
        for body in HostileJSON.extreme(around: try trial.signedBody()) {
            let outcome = try trial.outcome(sealing: body)
            guard outcome != genuine else { continue }
            try trial.mustBeHarmless(outcome, HostileJSON.quote(body))
        }
        guard let path = trial.wire.fields[.amount] else { return }
        for number in HostileJSON.numbers {
            for value in [MessageJSON.string(number), .number(number)] {
                let outcome = try trial.outcome(of: trial.message.setting(path, to: value))
                try trial.mustBeHarmless(outcome, "the amount \(number.prefix(60))")
            }
        }
    }
}

extension ContentTrial {
    /// The objects inside the message.
    fileprivate var objects: [[String]] {
        Set(wire.fields.values.map { Array($0.dropLast()) }).subtracting([[]]).sorted { $0.joined() < $1.joined() }
    }

    /// Demands that nothing at all is taken out of signed bytes.
    fileprivate func mustNotBeUnderstood(_ body: [UInt8]) throws {
        let outcome = try outcome(sealing: body)
        let isRefused = outcome.isRefused && signing.bodySignature != nil
        try require(
            outcome.problem != nil || isRefused,
            sent: HostileJSON.quote(body),
            came: "\(outcome)",
            due: "that it is not understood"
        )
    }
}
