import StrictJSON

/// The ways in which Pay2Local might build the text that it signs.
///
/// None of them is documented. They are what vendors of its kind do: lists of fields in the order of the body or of the
/// alphabet, joined with the usual separators, as values, as pairs or as JSON, and with or without `x-request-id`.
enum RecipeCandidates {
    private static let separators = ["", "|", ":", ",", "&"]

    private enum RequestIDPlace: CaseIterable {
        case none, front, end
    }

    /// Lists the candidates for a callback, each text once.
    ///
    /// - Parameters:
    ///   - body: The body, whose order of members is a candidate of its own.
    ///   - hasRequestID: Whether the callback carries `x-request-id`.
    /// - Returns: The candidates, likelier ones first.
    static func all(for body: JSONValue, hasRequestID: Bool) -> [SigningRecipe] {
        var recipes: [SigningRecipe] = []
        for format in SignedFormat.allCases {
            for list in lists(receivedIn: body) {
                let absentFields = absentFields(list, in: body)
                for place in hasRequestID ? RequestIDPlace.allCases : [.none] {
                    let fields = fields(list, place)
                    // Without a second part there is nothing to separate.
                    for separator in format == .json && place == .none ? ["|"] : separators {
                        for absentField in absentFields {
                            recipes.append(
                                SigningRecipe(
                                    fields: fields,
                                    format: format,
                                    separator: separator,
                                    absentField: absentField
                                )
                            )
                        }
                    }
                }
            }
        }
        return recipes
    }

    /// The raw body with `x-request-id` in front of it and behind it, each text once.
    static func messages(of body: [UInt8], requestID: String) -> [[UInt8]] {
        separators.flatMap { separator in
            [Array((requestID + separator).utf8) + body, body + Array((separator + requestID).utf8)]
        }
    }

    private static func fields(_ list: [SignedField], _ place: RequestIDPlace) -> [SignedField] {
        switch place {
        case .none: list
        case .front: [.requestIDHeader] + list
        case .end: list + [.requestIDHeader]
        }
    }

    /// Where nothing is absent, both rules give one text.
    private static func absentFields(_ list: [SignedField], in body: JSONValue) -> [AbsentField] {
        list.contains { body[$0.rawValue]?.isNull ?? true } ? AbsentField.allCases : [.skip]
    }

    private static func lists(receivedIn body: JSONValue) -> [[SignedField]] {
        let whole = SignedField.bodyOrder
        var lists = [
            whole,
            whole.filter { $0 != .transactionID },
            whole.filter { $0 != .timestamp },
            whole.filter { $0 != .transactionID && $0 != .timestamp },
        ]
        lists += shortLists
        lists.append(body.members.map { $0.compactMap { SignedField(rawValue: $0.name) } } ?? [])
        lists += lists.map { $0.sorted { $0.rawValue < $1.rawValue } }

        var seen: Set<[SignedField]> = []
        return lists.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// What decides about a payment, and any of currency, time and transaction: in the order of the body, and appended.
    private static var shortLists: [[SignedField]] {
        let additions: [SignedField] = [.currency, .timestamp, .transactionID]
        var lists: [[SignedField]] = []
        for choice in 0..<(1 << additions.count) {
            let chosen = additions.indices.filter { choice & (1 << $0) != 0 }.map { additions[$0] }
            let appended = SignedField.decisive + chosen
            lists.append(SignedField.bodyOrder.filter(appended.contains))
            lists.append(appended)
        }
        return lists
    }
}
