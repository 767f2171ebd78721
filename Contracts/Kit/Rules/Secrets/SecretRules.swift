/// Keys and phone numbers stay where they belong.
enum SecretRules {
    static let all: [AdapterRule] = [
        adapter, requests, callbacks, refusals, echoes, quotes, phoneNumbers,
        configurationErrors, shortSecrets, unknownKeys, plainHTTP, environmentsApart,
    ]
}
