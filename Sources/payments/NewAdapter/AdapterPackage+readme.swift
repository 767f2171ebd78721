extension AdapterPackage {
    /// The steps from here to an adapter that may touch money.
    var readme: String {
        """
        # \(type)

        An adapter for \(type), for `swift-payment-intents`. `swift test` runs every rule of the contract on it and says what
        is still to be written. The article *Writing an adapter* of `PaymentIntents` goes through these steps with an example.

        1. `Tests/\(module)Tests/\(type)Wire.swift`: exchange what is made up for the samples of \(type)'s documents, word for
           word, and say where each thing stands in them and how callbacks are signed. Then set `isMadeUp` to `false`.
        2. `\(type)Subject.swift`: what \(type) can do, and the keys of an account, from the documents too.
        3. `Sources/\(module)/\(type)Adapter.swift`: the same, in the adapter.
        4. `\(type)Adapter+requests.swift`: `request(for: .create)` and `request(for: .query)`, and the other calls if
           \(type) has them.
        5. `\(type)Adapter+replies.swift`: `reply(in:to: .create)` and `reply(in:to: .query)`.
        6. `\(type)Adapter+callbacks.swift`: `authenticate(_:with:)`, then `event(in:)`, which nobody calls before that, and
           the acknowledgement that \(type) wants to read.
        7. `Simulated\(type).swift`: \(type) in memory.

        When the run is green, a program registers the adapter by one line:

        ```swift
        adapters.register(\(type)Adapter.self)
        ```

        """
    }
}
