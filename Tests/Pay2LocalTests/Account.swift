import Pay2Local
import PaymentIntents
import Testing

/// A configured account, with one canary for each of its secrets.
enum Account {
    static let accessKey = "ak_canary_3f9d2c7b51"
    static let publicKey = "pk_canary_80b2e6d4fa"

    /// The settings that every account needs, and nothing about signatures.
    static let bare: [String: SettingValue] = [
        "accessKey": .text(accessKey),
        "publicKey": .text(publicKey),
        "returnURL": .text("https://shop.example/back"),
        "serviceType": .text("p2p_agent"),
    ]

    static let rawBody: [String: SettingValue] = ["headerSignature": .text("rawBody"), "bodySignature": .text("off")]

    /// The fields of the example in the README, signed in the body.
    static let bodyFields: [String: SettingValue] = [
        "headerSignature": .text("off"),
        "bodySignature": .text("fields"),
        "signedFields": .list(["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"]),
    ]

    static func settings(
        _ settings: [String: SettingValue] = rawBody,
        without key: String? = nil,
        environment: PaymentEnvironment = .sandbox
    ) throws -> AdapterSettings {
        var values = bare.merging(settings) { $1 }
        if let key { values[key] = nil }
        return AdapterSettings(
            account: try #require(AccountName("agents")),
            environment: environment,
            values: values
        )
    }

    static func adapter(
        _ settings: [String: SettingValue] = rawBody,
        environment: PaymentEnvironment = .sandbox
    ) throws -> Pay2LocalAdapter {
        var settings = try self.settings(settings, environment: environment)
        return try Pay2LocalAdapter(settings: &settings)
    }

    /// What is wrong with settings, or `nil` when they are accepted.
    static func problem(
        _ settings: [String: SettingValue] = rawBody,
        without key: String? = nil,
        environment: PaymentEnvironment = .sandbox
    ) throws -> ConfigurationError? {
        var settings = try self.settings(settings, without: key, environment: environment)
        do throws(ConfigurationError) {
            _ = try Pay2LocalAdapter(settings: &settings)
            return nil
        } catch {
            return error
        }
    }
}
