import Pay2Local
import PaymentIntents
import Testing

@Suite("Finding the recipe")
struct RecipeFinderTests {
    private func search(_ callback: Callback, _ settings: [String: SettingValue] = [:]) throws -> RecipeSearch {
        try RecipeFinder(Account.adapter(settings)).search(callback)
    }

    /// The found settings let the callback through.
    private func expectAccepted(_ callback: Callback, by found: FoundRecipe) throws {
        let settings = Dictionary(uniqueKeysWithValues: found.settings.map { ($0.key, $0.value) })
        #expect(try Receipts.refusal(of: callback, settings) == nil)
    }

    private static let body = [
        "merchant_payment_id", "requested_amount", "currency", "request_type", "bank_type", "request_status",
        "transaction_id", "service_type", "timestamp",
    ]
    private static let values = [
        "merchant_payment_id": "ORDER-1", "requested_amount": "100.00", "currency": "BDT", "request_type": "Deposit",
        "bank_type": "Nagad", "request_status": "Approved", "transaction_id": "TX-9", "service_type": "p2p_agent",
        "timestamp": "2024-05-21T15:50:32.024+06:00", "@x-request-id": Signer.requestID,
    ]
    private static let lists: [[String]] = [
        body,
        body.filter { $0 != "transaction_id" },
        body.filter { $0 != "timestamp" },
        body.sorted(),
        ["merchant_payment_id", "requested_amount", "request_status"],
        ["merchant_payment_id", "requested_amount", "currency", "request_status"],
        ["merchant_payment_id", "requested_amount", "request_status", "currency"],
        ["merchant_payment_id", "requested_amount", "request_status", "timestamp"],
        ["merchant_payment_id", "requested_amount", "request_status", "transaction_id"],
        ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"],
    ]

    /// A planted list as the finder should name it.
    private func lines(_ fields: [String], _ format: String, _ separator: String, header: String, body: String)
        -> [String]
    {
        [
            "headerSignature: \(header)",
            "bodySignature: \(body)",
            "signedFields: [\(fields.map { $0.hasPrefix("@") ? "\"\($0)\"" : $0 }.joined(separator: ", "))]",
            "signedFormat: \(format)",
            "signedFieldSeparator: \"\(separator)\"",
            "signedAbsentField: skip",
        ]
    }

    private func joined(_ fields: [String], _ separator: String) -> String {
        fields.compactMap { Self.values[$0] }.joined(separator: separator)
    }

    private func pairs(_ fields: [String], _ separator: String) -> String {
        fields.compactMap { name in Self.values[name].map { name.hasPrefix("@") ? $0 : "\(name)=\($0)" } }
            .joined(separator: separator)
    }

    private func object(_ fields: [String]) -> String {
        let members = fields.compactMap { name in
            Self.values[name].map { name == "requested_amount" ? "\"\(name)\":\($0)" : "\"\(name)\":\"\($0)\"" }
        }
        return "{\(members.joined(separator: ","))}"
    }

    private func expectFound(_ message: String, _ lines: (String, String) -> [String]) throws {
        let signature = try Signer.signature(of: message)

        let inHeader = try Signer.callback(Body().bytes, signature: signature)
        let header = try #require(try search(inHeader).found.first)
        #expect(header.configurationLines == lines("fields", "off"))
        try expectAccepted(inHeader, by: header)

        let inBody = try Signer.callback(Body().with("signature", "\"\(signature)\"").bytes, signature: nil)
        let body = try #require(try search(inBody).found.first)
        #expect(body.configurationLines == lines("off", "fields"))
        try expectAccepted(inBody, by: body)
    }

    @Test("Each list of values", arguments: lists)
    func plantedValues(fields: [String]) throws {
        try expectFound(joined(fields, "|")) { lines(fields, "values", "|", header: $0, body: $1) }
    }

    @Test("Each separator", arguments: ["", "|", ":", ",", "&"])
    func plantedSeparator(separator: String) throws {
        let fields = Self.lists[9]
        try expectFound(joined(fields, separator)) { lines(fields, "values", separator, header: $0, body: $1) }
        try expectFound(pairs(fields, separator)) { lines(fields, "keyValues", separator, header: $0, body: $1) }
    }

    @Test("Each list as pairs", arguments: lists)
    func plantedPairs(fields: [String]) throws {
        try expectFound(pairs(fields, "&")) { lines(fields, "keyValues", "&", header: $0, body: $1) }
    }

    @Test("Each list as JSON", arguments: lists)
    func plantedJSON(fields: [String]) throws {
        try expectFound(object(fields)) { lines(fields, "json", "|", header: $0, body: $1) }
    }

    @Test("The request id in front or at the end", arguments: [true, false], ["", "|", "&"])
    func plantedRequestID(isFirst: Bool, separator: String) throws {
        let names = Self.lists[4]
        let fields = isFirst ? ["@x-request-id"] + names : names + ["@x-request-id"]
        try expectFound(joined(fields, separator)) { lines(fields, "values", separator, header: $0, body: $1) }
        try expectFound(pairs(fields, separator)) { lines(fields, "keyValues", separator, header: $0, body: $1) }
        let object = object(names)
        let message = isFirst ? Signer.requestID + separator + object : object + separator + Signer.requestID
        try expectFound(message) { lines(fields, "json", separator, header: $0, body: $1) }
    }

    @Test("JSON in the order in which the members came")
    func receivedOrder() throws {
        var body = Body()
        body.members.reverse()
        let fields = Array(Self.body.reversed())
        let signature = try Signer.signature(of: object(fields))
        let callback = try Signer.callback(body.with("signature", "\"\(signature)\"").bytes, signature: nil)
        let found = try #require(try search(callback).found.first)
        #expect(found.configurationLines == lines(fields, "json", "|", header: "off", body: "fields"))
    }

    @Test("The raw body in the header, of the sample of the page")
    func rawBody() throws {
        let callback = try Signer.rawBody(Fixture.callbackDepositApproved.bytes)
        let found = try #require(try search(callback).found.first)
        #expect(found.configurationLines == ["headerSignature: rawBody", "bodySignature: off"])
        // Nobody knows how the sample's own signature was made.
        #expect(found.unexplained == ["signature"])
        try expectAccepted(callback, by: found)
    }

    @Test("The raw body in the header and fields in the body")
    func rawBodyAndFields() throws {
        let fields = Self.lists[9]
        let signature = try Signer.signature(of: joined(fields, "|"))
        let callback = try Signer.rawBody(Body().with("signature", "\"\(signature)\"").bytes)
        let found = try #require(try search(callback).found.first)
        #expect(found.configurationLines == lines(fields, "values", "|", header: "rawBody", body: "fields"))
        #expect(found.unexplained.isEmpty)
        try expectAccepted(callback, by: found)
    }

    @Test("The same fields in both places")
    func sameInBoth() throws {
        let fields = Self.lists[0]
        let signature = try Signer.signature(of: joined(fields, ""))
        let callback = try Signer.callback(Body().with("signature", "\"\(signature)\"").bytes, signature: signature)
        let found = try search(callback).found
        #expect(found.map(\.configurationLines) == [lines(fields, "values", "", header: "fields", body: "fields")])
        try expectAccepted(callback, by: try #require(found.first))
    }

    @Test("Two lists cannot be configured at once: one configuration each, and what it leaves out")
    func differentInBoth() throws {
        let header = try Signer.signature(of: joined(Self.lists[0], "|"))
        let body = try Signer.signature(of: joined(Self.lists[4], ":"))
        let callback = try Signer.callback(Body().with("signature", "\"\(body)\"").bytes, signature: header)
        let found = try search(callback).found
        #expect(found.count == 2)
        #expect(found.map(\.unexplained) == [["signature"], ["x-signature"]])
        for recipe in found { try expectAccepted(callback, by: recipe) }
    }

    @Test("Without a transaction two lists fit, and both are named")
    func ambiguous() throws {
        let fields = Self.lists[4]
        let signature = try Signer.signature(of: joined(fields, "|"))
        let callback = try Signer.callback(Body().with("transaction_id", nil).bytes, signature: signature)
        let found = try search(callback).found
        #expect(found.count > 1)
        #expect(
            found.map(\.configurationLines).contains(lines(fields, "values", "|", header: "fields", body: "off"))
        )
        for recipe in found { try expectAccepted(callback, by: recipe) }
    }

    @Test("An absent field that stands as an empty value")
    func absentAsEmpty() throws {
        let fields = Self.lists[0]
        let text = joined(fields, "|").replacing("TX-9", with: "")
        let callback = try Signer.callback(
            Body().with("transaction_id", nil).bytes,
            signature: Signer.signature(of: text)
        )
        let found = try #require(try search(callback).found.first)
        #expect(found.configurationLines.last == "signedAbsentField: empty")
        try expectAccepted(callback, by: found)
    }

    @Test("Every configured key is tried")
    func keys() throws {
        let callback = try Signer.rawBody(Body().bytes, key: "the-old-signing-key")
        let keys = ["signatureKeys": SettingValue.list(["the-new-signing-key", "the-old-signing-key"])]
        #expect(try search(callback, keys).found.count == 1)
        #expect(try search(callback).found.isEmpty)
    }

    @Test("When nothing fits, the search says how much it tried")
    func nothing() throws {
        let signature = try Signer.signature(of: "something else")
        let all = try search(Signer.callback(Body().bytes, signature: signature))
        #expect(all.found.isEmpty)
        #expect(all.tried > 1000)

        let noRequestID = try search(Signer.callback(Body().bytes, signature: signature, more: []))
        #expect(noRequestID.tried < all.tried)

        let notJSON = try search(Signer.callback(Array("{".utf8), signature: signature, more: []))
        #expect(notJSON.tried == 1)
        #expect(notJSON.found.isEmpty)
    }

    @Test("The raw body together with x-request-id is recognised, though it cannot be configured")
    func rawBodyWithRequestID() throws {
        let body = Body().bytes
        let text = String(decoding: body, as: UTF8.self)
        for separator in ["", "|", ":", ",", "&"] {
            for message in ["\(Signer.requestID)\(separator)\(text)", "\(text)\(separator)\(Signer.requestID)"] {
                let found = try search(Signer.callback(body, signature: Signer.signature(of: message)))
                #expect(found.found.isEmpty)
                #expect(found.coversRequestIDBesideRawBody)
            }
        }
        #expect(try !search(Signer.rawBody(body)).coversRequestIDBesideRawBody)
    }

    @Test("The search does not depend on the recipe that is configured")
    func independent() throws {
        let callback = try Signer.rawBody(Body().bytes)
        #expect(try search(callback, Account.bodyFields).found == search(callback).found)
    }

    @Test("A callback without a signature cannot be searched")
    func noSignature() throws {
        let missing = try Signer.callback(Body().bytes, signature: nil)
        #expect(throws: CallbackRefusal(.missing, check: "x-signature, signature")) { try search(missing) }
        let malformed = try Signer.callback(Body().bytes, signature: "9gfgtr560987jhghgfhdf")
        #expect(throws: CallbackRefusal(.malformed, check: "x-signature, signature")) { try search(malformed) }
    }
}
