import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// What was written is what is read, after the store was opened again, to the last unit, byte and millisecond.
enum ValueRules {
    static let all: [StoreRule] = [amounts, references, providerTexts, options, cases, times]

    static let amounts = StoreRule(
        "values.amounts",
        "An amount that passes a floating-point number or a smaller integer comes back as another one."
    ) { subject in
        let units: [Int64] = [0, 1, 49_999, (1 << 31) + 1, (1 << 53) + 1, .max - 1, .max]
        let codes = ["BDT", "JPY", "KWD"]
        try await subject.withEmptyData { data in
            let written = try await data.withStore { store in
                var written: [PaymentID: Money] = [:]
                for code in codes {
                    let currency = try Sample.valid(Currency(code: code), code)
                    for unit in units {
                        let amount = try Sample.money(unit, currency)
                        let request = try Sample.request("\(code) \(unit)", amount: amount)
                        written[try await store.recorded(try Sample.payment(request)).id] = amount
                    }
                }
                return written
            }
            try await data.withStore { store in
                for (id, amount) in written {
                    try requireEqual(try await store.present(id).amount, amount, sent: "an amount of \(amount)")
                }
            }
        }
    }

    static let references = StoreRule(
        "values.references",
        "A merchant's reference comes back byte for byte: quotes, emoji, and both normal forms of one letter."
    ) { subject in
        let references = [
            "'; DROP TABLE payment; --", "\"quoted\" \\ \\0 \\u0000 \\n", "%_?*$1", "caf\u{E9}", "cafe\u{301}",
            "\u{1F469}\u{200D}\u{1F467}\u{1F1E7}\u{1F1E9}", "\u{9F3}\u{9E7}\u{9E6}\u{9E6}", "a  b",
            String(repeating: "x", count: 255),
        ]
        try await subject.withEmptyData { data in
            let ids = try await data.withStore { store in
                var ids: [PaymentID] = []
                for reference in references { ids.append(try await store.recorded(try Sample.payment(reference)).id) }
                return ids
            }
            try await data.withStore { store in
                for (id, reference) in zip(ids, references) {
                    let payment = try await store.present(id)
                    for came in [payment.reference, payment.providerReference, payment.request.key.rawValue] {
                        try requireEqual(Array(came.utf8), Array(reference.utf8), sent: "the reference \(reference)")
                    }
                }
            }
        }
    }

    static let providerTexts = StoreRule(
        "values.provider-texts",
        "What a provider names comes back byte for byte, NUL included: ids that look alike are not the same payment."
    ) { subject in
        let texts = [
            "p-1", "p-1\0behind", "", "\\0", "\u{0}", "\r\n\t\u{1B}", "cafe\u{301}", "caf\u{E9}", "\u{202E}\u{FEFF}",
            "\u{10FFFF}'\"", String(repeating: "y", count: 2_000),
        ]
        try await subject.withEmptyData { data in
            let ids = try await data.withStore { store in
                var ids: [PaymentID] = []
                for (index, text) in texts.enumerated() {
                    let id = try await store.recorded(try Sample.payment("\(index)")).id
                    try await store.set(id) { payment in
                        payment.providerPaymentID = text
                        payment.transactionID = text
                    }
                    ids.append(id)
                }
                return ids
            }
            try await data.withStore { store in
                for (id, text) in zip(ids, texts) {
                    let payment = try await store.present(id)
                    for came in [payment.providerPaymentID, payment.transactionID] {
                        try requireEqual(came.map { Array($0.utf8) }, Array(text.utf8), sent: "a name of \(text)")
                    }
                }
            }
        }
    }

    static let options = StoreRule(
        "values.options",
        "What was asked for is compared with the next request of the same key, so no field of it may get lost or appear."
    ) { subject in
        var full = try Sample.request("full", key: "chosen", kind: .withdrawal)
        full.method = .nagad
        full.payee = MSISDN("01712345001")
        full.account = AccountName("agents")
        full.expiresIn = .seconds(900)
        full.returnURLs = ReturnURLs(
            success: WebURL("https://shop.example/s"),
            failure: WebURL("https://shop.example/f"),
            cancel: WebURL("https://shop.example/c"),
            expired: WebURL("https://shop.example/e?a=1#b")
        )
        let requests = [full, try Sample.request("none")]
        try await subject.withEmptyData { data in
            let written = try await data.withStore { store in
                var written: [Payment] = []
                for request in requests { written.append(try await store.recorded(try Sample.payment(request))) }
                return written
            }
            try await data.withStore { store in
                for (payment, request) in zip(written, requests) {
                    let came = try await store.present(payment.id)
                    try requireEqual(came, payment, sent: "a payment")
                    try requireEqual(came.request, request, sent: "a request")
                    try requireEqual(came.method, request.method, sent: "a method")
                }
            }
        }
    }
}
