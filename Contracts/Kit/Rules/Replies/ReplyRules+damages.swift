import PaymentIntents

/// What comes back and is no answer.
extension ReplyRules {
    static let damages: [AdapterRule] = [html, empty, cut, hostile, repeatedMembers]

    /// A proxy's page.
    static let page = Array("<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>".utf8)

    static let html = AdapterRule(
        "reply.damage.html",
        "A proxy's page says nothing about what the provider did, whatever its status is."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            for status in [200, 201, 203, 404, 502, 504] {
                let outcome = exchange.outcome(of: page, status: status, at: adapter)
                try outcome.requireOpen(sent: "HTML with status \(status) to \(exchange.call.quoted)")
            }
        }
    }

    static let empty = AdapterRule(
        "reply.damage.empty",
        "An answer without content is no answer."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            for status in [200, 201, 202, 204, 205] {
                for body in ["", " ", "\r\n", "{}", "[]", "null", "\"\"", "0"] {
                    let outcome = exchange.outcome(of: Array(body.utf8), status: status, at: adapter)
                    try outcome.requireOpen(sent: "\(body.debugDescription) with status \(status)")
                }
            }
        }
    }

    static let cut = AdapterRule(
        "reply.damage.cut",
        "An answer that was cut off, at whichever byte, is not understood."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            let bytes = exchange.answer.bytes
            for count in bytes.indices {
                try exchange.outcome(of: Array(bytes.prefix(count)), at: adapter)
                    .requireUnreadable(sent: "the first \(count) bytes of \(exchange.answer.quoted)")
            }
        }
    }

    static let hostile = AdapterRule(
        "reply.damage.hostile",
        "What is not strictly JSON is read differently by every reader, so it is not read at all, and stops nobody."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            let bytes = exchange.answer.bytes
            let ending = { (text: String) in Array(bytes.dropLast()) + Array(text.utf8) }
            let badText: [UInt8] = ending(#","x":""#) + [0xC3, 0x28, UInt8(ascii: "\""), UInt8(ascii: "}")]
            let bodies: [(String, [UInt8])] = [
                ("a byte order mark", [0xEF, 0xBB, 0xBF] + bytes),
                ("UTF-16", bytes.flatMap { [$0, 0] }),
                ("bad UTF-8", badText),
                ("half a surrogate pair", ending(#","x":"\uD800"}"#)),
                ("a raw NUL", ending(",\0}")),
                ("a trailing comma", ending(",}")),
                ("two documents", bytes + bytes),
                ("a comment", ending("/* */}")),
                ("NaN", ending(#","x":NaN}"#)),
                ("a number with a plus", ending(#","x":+1}"#)),
                ("single quotes", ending(",'x':1}")),
                ("10,000 levels", ending(#","x":"# + String(repeating: "[", count: 10_000))),
                ("10,000 levels and back", ending(#","x":"# + nest(10_000) + "}")),
                ("a list of it", MessageJSON.array([exchange.answer]).bytes),
                ("a text of it", MessageJSON.string(String(decoding: bytes, as: UTF8.self)).bytes),
            ]
            for (name, body) in bodies {
                try exchange.outcome(of: body, at: adapter)
                    .requireUnreadable(sent: "\(name), in the answer to \(exchange.call.quoted)")
            }
        }
    }

    static let repeatedMembers = AdapterRule(
        "reply.damage.repeated-members",
        "Of two members with one name, some readers take the first and some the last: neither is believed."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            guard case .object(let members) = exchange.answer else { continue }
            for member in members {
                let escaped = member.name.unicodeScalars.map { "\\u" + hexadecimal($0.value) }.joined()
                var body = Array(exchange.answer.bytes.dropLast())
                body += ",\"\(escaped)\":".utf8
                body += member.value.bytes
                let bodies: [[UInt8]] = [
                    MessageJSON.object(members + [member]).bytes,
                    MessageJSON.object([.init(member.name, .null)] + members).bytes,
                    body + [UInt8(ascii: "}")],
                ]
                for body in bodies {
                    try exchange.outcome(of: body, at: adapter)
                        .requireUnreadable(sent: String(decoding: body.prefix(600), as: UTF8.self))
                }
            }
        }
    }

    private static func nest(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
