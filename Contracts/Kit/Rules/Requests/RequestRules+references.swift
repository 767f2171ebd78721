import PaymentIntents

/// The merchant's reference.
extension RequestRules {
    static let references: [AdapterRule] = [reference, controls, blankReference]

    static let reference = AdapterRule(
        "request.reference.bytes",
        "The provider's answer is compared with the reference byte for byte; so it goes out byte for byte, or, where the "
            + "provider takes no such reference, not at all."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            for reference in ordinary + unusual {
                var order = try subject.samplePayment(kind).order
                order.reference = reference
                if unusual.contains(reference), try isRefused(order, naming: "reference", at: adapter) { continue }
                try subject.requireCreation(of: order, says: reference, as: .reference, at: adapter)
            }
        }
    }

    static let controls = AdapterRule(
        "request.reference.controls",
        "Control characters and direction marks in a reference are refused, or escaped where they stand; they never "
            + "reach an address or a header."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let marks = ["\r", "\n", "\r\nX-Evil: 1", "\0", "\u{1B}[31m", "\u{7F}", "\u{202E}", "\u{2066}", "\u{2028}"]
        for kind in subject.kinds {
            let plain = try adapter.written(.create(try subject.samplePayment(kind).order))
            for mark in marks {
                var order = try subject.samplePayment(kind).order
                order.reference = "ORDER\(mark)1"
                let outcome = RequestOutcome(of: .create(order), at: adapter)
                guard case .written(let request) = outcome else {
                    try requireRefusal(of: order, naming: "reference", at: adapter)
                    continue
                }
                try require(
                    request.url == plain.url && request.headers == plain.headers,
                    sent: ProviderCall.create(order).quoted,
                    came: "\(request.quoted), \(request.headers)",
                    due: "the address and the headers of any other reference"
                )
                try subject.requireCreation(of: order, says: order.reference, as: .reference, at: adapter)
            }
        }
    }

    static let blankReference = AdapterRule(
        "request.reference.empty",
        "A payment without a reference can be matched with nothing."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            var order = try subject.samplePayment(kind).order
            order.reference = ""
            try requireRefusal(of: order, naming: "reference", at: adapter)
        }
    }

    /// What every provider has to take.
    private static let ordinary = ["ORDER-10045", "ORDER-1", "10045"]

    /// What a provider may not take: its adapter says so then.
    private static let unusual = [
        "order-10045", "0010", "1e3", "null", "O'Brien & Söhne", "say \"hi\"", "back\\slash",
        "</script>",
        "a/b?c=d#e%20", "অর্ডার-১", "e\u{301}", "\u{E9}", "\u{1F9FE}\u{200D}\u{1F4B8}", "a  b", "\u{FF10}", "\u{212A}",
        String(repeating: "r", count: 255),
    ]
}
