import PaymentIntents

extension AdapterSubject {
    /// The keys of the configuration that hold a credential: the made-up one is found in them.
    func credentialKeys(_ setup: AdapterSetup) -> [String] {
        keys(setup) { $0.contains(setup.credential) }
    }

    /// The keys of the configuration that hold a secret, whichever.
    func secretKeys(_ setup: AdapterSetup) -> [String] {
        keys(setup) { text in text.contains(setup.credential) || setup.callbackKeys.contains(text) }
    }

    private func keys(_ setup: AdapterSetup, where isHeld: (String) -> Bool) -> [String] {
        settings(setup).filter { $0.value.texts.contains(where: isHeld) }.keys.sorted()
    }
}

extension SettingValue {
    /// The value as a list, whatever it is.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        }
    }
}
