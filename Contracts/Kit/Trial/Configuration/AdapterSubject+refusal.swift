import PaymentIntents

extension AdapterSubject {
    /// The error of an adapter that is not made.
    func refusal(of setup: AdapterSetup) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try adapter(setup)
            return nil
        } catch {
            return error
        }
    }

    /// The error of an adapter that is not made, since one key is wrong.
    func refusal(
        of setup: AdapterSetup,
        setting key: String,
        to value: SettingValue?
    ) -> ConfigurationError? {
        var values = settings(setup)
        values[key] = value
        var settings = AdapterSettings(account: setup.account, environment: setup.environment, values: values)
        do throws(ConfigurationError) {
            _ = try adapter(&settings)
            return nil
        } catch {
            return error
        }
    }
}
