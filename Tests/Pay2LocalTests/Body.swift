/// The body of a callback, with its members one by one.
struct Body {
    /// The members, in order: a name and the JSON text of a value.
    var members: [(name: String, json: String)] = [
        ("merchant_payment_id", #""ORDER-1""#),
        ("requested_amount", "100.00"),
        ("currency", #""BDT""#),
        ("request_type", #""Deposit""#),
        ("bank_type", #""Nagad""#),
        ("request_status", #""Approved""#),
        ("transaction_id", #""TX-9""#),
        ("service_type", #""p2p_agent""#),
        ("timestamp", #""2024-05-21T15:50:32.024+06:00""#),
    ]

    /// Replaces a member, or appends it; `nil` takes it away.
    func with(_ name: String, _ json: String?) -> Body {
        var body = self
        let index = members.firstIndex { $0.name == name }
        switch (index, json) {
        case (let index?, let json?): body.members[index].json = json
        case (let index?, nil): body.members.remove(at: index)
        case (nil, let json?): body.members.append((name, json))
        case (nil, nil): break
        }
        return body
    }

    var text: String { "{" + members.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ") + "}" }

    var bytes: [UInt8] { Array(text.utf8) }
}
