import PaymentIntents

extension GatewayConfiguration {
    /// The routes as they are written; a kind that is not mentioned is absent.
    static func writtenRoutes(
        from source: inout SettingsSource
    ) throws(ConfigurationError) -> [PaymentKind: [AccountName]] {
        var routes: [PaymentKind: [AccountName]] = [:]
        for kind in PaymentKind.allCases {
            routes[kind] = try source.accountNames("routes.\(kind.rawValue)")
        }
        return routes
    }

    /// The routes to go by.
    ///
    /// Without any route, every enabled account takes the kinds that it carries. Once there is one, a kind without a
    /// route goes nowhere: whoever routes deposits alone does not want money paid out.
    ///
    /// - Parameters:
    ///   - written: The routes as they are written.
    ///   - accounts: The enabled accounts.
    ///   - configured: Every configured account.
    /// - Returns: The routes, with an entry for every kind.
    /// - Throws: `ConfigurationError` for a route that names an account which is not configured.
    static func routes(
        _ written: [PaymentKind: [AccountName]],
        accounts: [ProviderAccount],
        configured: Set<AccountName>
    ) throws(ConfigurationError) -> [PaymentKind: [AccountName]] {
        var routes: [PaymentKind: [AccountName]] = [:]
        for kind in PaymentKind.allCases {
            let names = written[kind] ?? []
            for name in names where !configured.contains(name) {
                throw ConfigurationError(
                    key: "routes.\(kind.rawValue)",
                    problem: "names \(name), which is not configured"
                )
            }
            if written.isEmpty {
                routes[kind] = accounts.filter { $0.adapter.capabilities.kinds.contains(kind) }.map(\.name)
            } else {
                routes[kind] = names.filter { name in accounts.contains { $0.name == name } }
            }
        }
        return routes
    }
}
