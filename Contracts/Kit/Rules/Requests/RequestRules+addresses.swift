import HTTPTypes
import PaymentIntents

/// Where requests go.
extension RequestRules {
    static let addresses: [AdapterRule] = [writable, belowBase, method]

    static let writable = AdapterRule(
        "request.writable",
        "What a provider is declared to do can be asked of it: every direction, wallet, currency and call."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for call in try subject.calls() { _ = try adapter.written(call) }
        guard subject.capabilities.operations.contains(.create) else { return }
        for kind in subject.kinds {
            for currency in subject.capabilities.currencies {
                for method in [nil] + (subject.capabilities.methods ?? []).map(Optional.some) {
                    var order = try subject.samplePayment(kind).order
                    order.amount = try Money(parsing: "500", currency: currency)
                    order.method = method
                    _ = try adapter.written(.create(order))
                }
            }
        }
    }

    static let belowBase = AdapterRule(
        "request.address.below-base",
        "Credentials go to the configured address and nowhere else, and only over TLS."
    ) { subject in
        for baseURL in ["https://provider.example", "https://provider.example:8443/gateway/bd"] {
            let adapter = try subject.adapter(try AdapterSetup().with { $0.baseURL = baseURL })
            for call in try subject.calls() {
                let url = try adapter.written(call).url
                let path = url.dropFirst(baseURL.count).prefix { $0 != "?" }
                try require(
                    WebURL(url)?.isSecure == true && url.utf8.starts(with: (baseURL + "/").utf8)
                        && !path.contains("//") && !path.split(separator: "/").contains { [".", ".."].contains($0) }
                        && !url.contains("#"),
                    sent: "\(call.quoted), base URL \(baseURL)",
                    came: url,
                    due: "an https address below the base URL"
                )
            }
        }
    }

    static let method = AdapterRule(
        "request.method",
        "A question must not change anything, and proxies repeat and cache what is sent as GET."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for call in try subject.calls() {
            let method = try adapter.written(call).method
            let due: HTTPRequest.Method = call.operation == .create ? .post : .get
            try require(method == due, sent: call.quoted, came: method.rawValue, due: due.rawValue)
        }
    }
}
