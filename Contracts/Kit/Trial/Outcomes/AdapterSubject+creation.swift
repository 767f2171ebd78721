import PaymentIntents

extension AdapterSubject {
    /// The directions, in an order that stays.
    var kinds: [PaymentKind] { PaymentKind.allCases.filter { capabilities.kinds.contains($0) } }

    /// The currencies, in an order that stays.
    var currencies: [Currency] { capabilities.currencies.sorted { $0.code < $1.code } }

    /// One call for each declared operation, a creation for each direction.
    func calls() throws -> [ProviderCall] {
        let payment = try samplePayment()
        var calls = try kinds.map { ProviderCall.create(try samplePayment($0).order) }
        calls += [.query(payment.lookup), .list(page: 1), .balance]
        return calls.filter { capabilities.operations.contains($0.operation) }
    }

    /// The body of a creation.
    ///
    /// - Throws: ``ContractViolation`` when there is none, or it is not JSON.
    func creationBody(
        of order: PaymentOrder,
        at adapter: any ProviderAdapter
    ) throws(ContractViolation) -> MessageJSON {
        try MessageJSON(try adapter.written(.create(order)).body)
    }

    /// Where a creation says something.
    ///
    /// - Throws: ``ContractViolation`` when the subject does not declare it.
    func place(of field: RequestField) throws(ContractViolation) -> [String] {
        guard let path = wire.creationRequest.fields[field] else {
            throw ContractViolation(
                sent: "the subject's creation request",
                came: "no \(field.rawValue)",
                due: "where it stands in the body"
            )
        }
        return path
    }

    /// Requires that a text stands in the body of a creation, byte for byte.
    func requireCreation(
        of order: PaymentOrder,
        says text: String,
        as field: RequestField,
        at adapter: any ProviderAdapter
    ) throws(ContractViolation) {
        let value = try creationBody(of: order, at: adapter)[try place(of: field)]
        try require(
            value?.text.map { Array($0.utf8) } == Array(text.utf8),
            sent: ProviderCall.create(order).quoted,
            came: "\(field.rawValue): \(value?.quoted ?? "nothing")",
            due: MessageJSON.string(text).quoted
        )
    }
}

extension MessageJSON {
    /// The text of a string.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The beginning of the text, as a violation quotes it.
    var quoted: String { String(decoding: bytes.prefix(400), as: UTF8.self) }
}
