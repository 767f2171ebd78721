import PaymentIntents

/// What must not be found in anything that prints itself.
struct Canaries: Sendable {
    let secrets: [String]

    /// The account's secrets, and what else must not show.
    init(_ setup: AdapterSetup, and others: [String] = []) {
        secrets = [setup.credential] + setup.callbackKeys + others
    }

    /// Finds one of them in a value's description, its debug description or its dump.
    ///
    /// - Parameters:
    ///   - value: Anything.
    ///   - about: What it is.
    /// - Throws: ``ContractViolation``.
    func requireNone(in value: Any, _ about: String) throws(ContractViolation) {
        var dumped = ""
        dump(value, to: &dumped)
        for (text, way) in [
            (String(describing: value), "description"), (String(reflecting: value), "debug description"),
            (dumped, "dump"),
        ] {
            for secret in secrets {
                try require(
                    !text.contains(secret),
                    sent: about,
                    came: "\(secret) in its \(way): \(text.prefix(500))",
                    due: "nothing secret in it"
                )
            }
        }
    }
}
