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
    /// The same configuration with something else in it; what it is taken from counts as read.
    mutating func rewritten(
        for subject: any AdapterSubject,
        account: AccountName? = nil,
        environment: PaymentEnvironment? = nil,
        _ change: (String) -> String = { $0 }
    ) -> AdapterSettings {
        var values: [String: SettingValue] = [:]
        for key in (try? AdapterSetup()).map({ subject.settings($0).keys.sorted() }) ?? [] {
            guard let texts = list(key)?.map(change) else { continue }
            values[key] = texts.count == 1 ? .text(texts[0]) : .list(texts)
        }
        return AdapterSettings(
            account: account ?? self.account,
            environment: environment ?? self.environment,
            values: values
        )
    }
}
