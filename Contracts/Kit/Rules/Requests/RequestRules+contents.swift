import PaymentIntents

/// What a creation says besides its amount.
extension RequestRules {
    static let contents: [AdapterRule] = [
        currency, direction, wallet, payee, payeeMissing, timeToLive, returnURLs, absent,
    ]

    static let currency = AdapterRule(
        "request.currency",
        "An amount without its currency is another amount.",
        needs: .currencyInCreation
    ) { subject in
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
            let isUnusual = digits != order.payee?.digits
            order.payee = MSISDN(digits)
            if isUnusual, try isRefused(order, naming: "payee", at: adapter) { continue }
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
        var isTaken = false
        for seconds in [60, 300, 900, 86_400] as [Int64] {
            var order = try subject.samplePayment().order
            order.expiresIn = .seconds(seconds)
            if try isRefused(order, naming: "expiresIn", at: adapter) { continue }
            isTaken = true
            let value = try subject.creationBody(of: order, at: adapter)[try subject.place(of: .timeToLive)]
            try require(
                value == .number("\(seconds)"),
                sent: "a creation with \(seconds) seconds to pay",
                came: value?.quoted ?? "nothing",
                due: "\(seconds)"
            )
        }
        try require(isTaken, sent: "creations with a minute to a day to pay", came: "no request", due: "one at least")
    }

    static let returnURLs = AdapterRule(
        "request.return-urls",
        "The customer comes back to the address that the merchant gave, character for character.",
        needs: .returnURLs
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
        for field in RequestField.returnURLs where subject.wire.creationRequest.fields[field] != nil {
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
}
