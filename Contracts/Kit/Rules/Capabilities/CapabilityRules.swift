import PaymentIntents

/// What is declared works, and what is not declared is refused.
enum CapabilityRules {
    static let all: [AdapterRule] =
        [declared, name, account, trust] + offered + refused

    static let declared = AdapterRule(
        "capabilities.declared",
        "The engine routes and recovers by the adapter's declaration, so it says what the provider's documents say."
    ) { subject in
        let came = try subject.adapter(try AdapterSetup()).capabilities
        try require(
            came == subject.capabilities,
            sent: "the adapter's capabilities",
            came: "\(came)",
            due: "\(subject.capabilities)"
        )
    }

    static let name = AdapterRule(
        "capabilities.name",
        "A configuration names the adapter; the name is a word that fits there, and the documented one."
    ) { subject in
        let name = type(of: try subject.adapter(try AdapterSetup())).name
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let isName =
            name.utf8.first.map(letters.contains) == true
            && name.utf8.allSatisfy { letters.contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        try require(
            isName && name == subject.name,
            sent: "the adapter's name",
            came: name,
            due: "\(subject.name), lower-case letters and digits"
        )
    }

    static let account = AdapterRule(
        "capabilities.account",
        "A merchant may have several accounts at a provider; each adapter works for the one it was made for."
    ) { subject in
        for text in ["contract", "second-account"] {
            guard let account = AccountName(text) else { continue }
            let adapter = try subject.adapter(try AdapterSetup().with { $0.account = account })
            try require(adapter.account == account, sent: text, came: "\(adapter.account)", due: text)
        }
    }

    static let trust = AdapterRule(
        "capabilities.callback-trust",
        "What has to hold before a callback is believed is the merchant's decision."
    ) { subject in
        for trust in CallbackTrust.allCases {
            let adapter = try subject.adapter(try AdapterSetup().with { $0.trust = trust })
            try require(
                adapter.callbackTrust == trust,
                sent: "an account on \(trust.rawValue)",
                came: adapter.callbackTrust.rawValue,
                due: trust.rawValue
            )
        }
    }
}
