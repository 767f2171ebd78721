@testable import PaymentContracts
import PaymentIntents

extension Mutant {
    /// An adapter that is made in a wrong way.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - subject: Whose adapter it is.
    ///   - making: Makes it.
    init(
        _ description: String,
        caughtBy rule: AdapterRule,
        _ subject: @autoclosure @escaping @Sendable () throws -> any AdapterSubject,
        making:
            @escaping @Sendable (any AdapterSubject, inout AdapterSettings) throws(ConfigurationError) ->
            any ProviderAdapter
    ) {
        self.init(description: description, rule: rule.id) {
            let base = try subject()
            return MutatedSubject(base) { settings throws(ConfigurationError) in try making(base, &settings) }
        }
    }
}

extension AdapterSettings {
    /// Makes an adapter from the same configuration with something else in it; what it reads there counts as read here.
    mutating func adapter(
        of subject: any AdapterSubject,
        account: AccountName? = nil,
        environment: PaymentEnvironment? = nil,
        rewriting change: (String) -> String = { $0 }
    ) throws(ConfigurationError) -> any ProviderAdapter {
        var (looked, values): (AdapterSettings, [String: SettingValue]) = (self, [:])
        for key in unknownKeys {
            guard let texts = looked.list(key)?.map(change) else { continue }
            values[key] = texts.count == 1 ? .text(texts[0]) : .list(texts)
        }
        var rewritten = AdapterSettings(
            account: account ?? self.account,
            environment: environment ?? self.environment,
            values: values
        )
        defer { for key in values.keys where !rewritten.unknownKeys.contains(key) { _ = list(key) } }
        return try subject.adapter(&rewritten)
    }
}
