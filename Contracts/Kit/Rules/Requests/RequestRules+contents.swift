import PaymentIntents

/// What a creation says besides its amount.
extension RequestRules {
    static let contents: [AdapterRule] = [
        currency, direction, reference, controls, blankReference, wallet, payee, payeeMissing, timeToLive, returnURLs,
        absent,
    ]

    static let currency = AdapterRule("request.currency", "An amount without its currency is another amount.") {
        subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            for currency in subject.capabilities.currencies {
                var order = try subject.samplePayment(kind).order
                order.amount = try Money(parsing: "500", currency: currency)
                try subject.requireCreation(of: order, says: currency.code, as: .currency, at: adapter)
            }
        }
    }

    static let direction = AdapterRule(
        "request.kind",
        "A withdrawal that goes out as a deposit moves the money the wrong way.",
        needs: .bothKinds
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        guard subject.wire.creationRequest.fields[.kind] == nil else {
            for kind in subject.kinds {
                let word = subject.wire.creationRequest.kinds[kind] ?? ""
                try subject.requireCreation(
                    of: try subject.samplePayment(kind).order,
                    says: word,
                    as: .kind,
                    at: adapter
                )
            }
            return
        }
        let urls = try subject.kinds.map { try adapter.written(.create(try subject.samplePayment($0).order)).url }
        try require(
            Set(urls).count == urls.count,
            sent: "a creation in each direction",
            came: urls.joined(separator: ", "),
            due: "an address for each, as no field says which it is"
        )
    }

    static let reference = AdapterRule(
        "request.reference.bytes",
        "The provider's answer is compared with the reference byte for byte; so it goes out byte for byte."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            for reference in references {
                var order = try subject.samplePayment(kind).order
                order.reference = reference
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
        let plain = try adapter.written(.create(try subject.samplePayment().order))
        for mark in ["\r", "\n", "\r\nX-Evil: 1", "\0", "\u{1B}[31m", "\u{7F}", "\u{202E}", "\u{2066}", "\u{2028}"] {
            var order = try subject.samplePayment().order
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

    static let blankReference = AdapterRule(
        "request.reference.empty",
        "A payment without a reference can be matched with nothing."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        var order = try subject.samplePayment().order
        order.reference = ""
        try requireRefusal(of: order, naming: "reference", at: adapter)
    }

    static let wallet = AdapterRule(
        "request.wallet",
        "The wallet that was chosen goes out in the provider's word for it.",
        needs: .namedMethods
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            for method in subject.capabilities.methods ?? [] {
                var order = try subject.samplePayment(kind).order
                order.method = method
                let word = subject.wire.creationRequest.methods[method] ?? ""
                try subject.requireCreation(of: order, says: word, as: .method, at: adapter)
            }
        }
    }

    static let payee = AdapterRule(
        "request.payee",
        "A withdrawal goes to the number that was given, digit for digit.",
        needs: .withdrawals
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for digits in ["01711111111", "8801711111111", "01900000000"] {
            var order = try subject.samplePayment(.withdrawal).order
            order.payee = MSISDN(digits)
            try subject.requireCreation(of: order, says: digits, as: .payee, at: adapter)
        }
    }

    static let payeeMissing = AdapterRule(
        "request.payee.missing",
        "A withdrawal to nobody is not sent.",
        needs: .withdrawals
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        var order = try subject.samplePayment(.withdrawal).order
        order.payee = nil
        try requireRefusal(of: order, naming: "payee", at: adapter)
    }

    static let timeToLive = AdapterRule(
        "request.time-to-pay",
        "The time to pay goes out in whole seconds, as the merchant shows it to the customer.",
        needs: .timeToLive
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for seconds in [60, 300, 900, 86_400] as [Int64] {
            var order = try subject.samplePayment().order
            order.expiresIn = .seconds(seconds)
            let value = try subject.creationBody(of: order, at: adapter)[try subject.place(of: .timeToLive)]
            try require(
                value == .number("\(seconds)"),
                sent: "a creation with \(seconds) seconds to pay",
                came: value?.quoted ?? "nothing",
                due: "\(seconds)"
            )
        }
    }

    static let returnURLs = AdapterRule(
        "request.return-urls",
        "The customer comes back to the address that the merchant gave, character for character."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let base = "https://shop.example/back?order=A%2F1&x=%E0%A6%86&sig=a+b~c"
        var order = try subject.samplePayment().order
        let text = { (field: RequestField) in "\(base)#\(field.rawValue)" }
        order.returnURLs = ReturnURLs(
            success: WebURL(text(.successURL)),
            failure: WebURL(text(.failureURL)),
            cancel: WebURL(text(.cancelURL)),
            expired: WebURL(text(.expiredURL))
        )
        for field in [RequestField.successURL, .failureURL, .cancelURL, .expiredURL]
        where subject.wire.creationRequest.fields[field] != nil {
            try subject.requireCreation(of: order, says: text(field), as: field, at: adapter)
        }
    }

    static let absent = AdapterRule(
        "request.optional.absent",
        "What was not asked for is left out: null and an empty text mean something else to most providers."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            let order = try subject.samplePayment(kind).order
            let body = try subject.creationBody(of: order, at: adapter)
            try require(
                !body.hasBlank,
                sent: ProviderCall.create(order).quoted,
                came: body.quoted,
                due: "nothing blank"
            )
            for field in subject.wire.creationRequest.optional {
                let value = body[try subject.place(of: field)]
                try require(
                    value == nil,
                    sent: "\(ProviderCall.create(order).quoted), without \(field.rawValue)",
                    came: value?.quoted ?? "",
                    due: "no such member"
                )
            }
        }
    }

    private static let references = [
        "ORDER-10045", "order-10045", "0010", "1e3", "null", "O'Brien & Söhne", "say \"hi\"", "back\\slash",
        "</script>",
        "a/b?c=d#e%20", "অর্ডার-১", "e\u{301}", "\u{E9}", "\u{1F9FE}\u{200D}\u{1F4B8}", "a  b", "\u{FF10}", "\u{212A}",
        String(repeating: "r", count: 255),
    ]
}

extension MessageJSON {
    /// Whether there is a `null`, or an empty text, list or object, anywhere.
    fileprivate var hasBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty || elements.contains(where: \.hasBlank)
        case .object(let members): members.isEmpty || members.contains(where: \.value.hasBlank)
        case .number, .boolean: false
        }
    }
}
