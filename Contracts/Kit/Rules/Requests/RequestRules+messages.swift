import Foundation
import HTTPTypes
import PaymentIntents

/// What every request is made of.
extension RequestRules {
    static let messages: [AdapterRule] = [json, headers, credential, noOtherSecret, stable, distinct]

    static let json = AdapterRule(
        "request.body.json",
        "A creation is one strict JSON object under its content type; a question has no body that a proxy could drop."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for call in try subject.calls() {
            let request = try adapter.written(call)
            let types = request.headers[values: .contentType]
            guard call.operation == .create || !request.body.isEmpty else {
                try require(types.isEmpty, sent: call.quoted, came: "no body, but \(types)", due: "no content type")
                continue
            }
            let body = try MessageJSON(request.body)
            guard case .object(let members) = body, !members.isEmpty else {
                throw ContractViolation(sent: call.quoted, came: body.quoted, due: "a JSON object")
            }
            try require(
                types.count == 1 && types[0].lowercased().split(separator: ";").first == "application/json",
                sent: call.quoted,
                came: "content types \(types)",
                due: "application/json, once"
            )
        }
    }

    static let headers = AdapterRule(
        "request.headers.well-formed",
        "A header that is there twice, or holds what no header can, is read differently by every hop."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for call in try subject.calls() {
            let fields = try adapter.written(call).headers
            for field in fields {
                try require(
                    fields[values: field.name].count == 1 && !field.value.isEmpty
                        && field.value.utf8.allSatisfy { (0x20...0x7E).contains($0) },
                    sent: call.quoted,
                    came: "\(field.name): \(field.value.debugDescription)",
                    due: "one value of visible ASCII"
                )
            }
        }
    }

    static let credential = AdapterRule(
        "request.credential.headers-only",
        "Addresses and bodies are logged by every hop; what we are known by goes into headers, and is always there."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let other = try subject.adapter(setup.with { $0.credential = "credential-of-another-account" })
        for call in try subject.calls() {
            let (request, others) = (try adapter.written(call), try other.written(call))
            try require(
                request.url == others.url && request.body == others.body && request.headers != others.headers,
                sent: "\(call.quoted), for two credentials",
                came: "\(request.quoted)\n\(others.quoted)",
                due: "a difference in the headers, and nowhere else"
            )
        }
    }

    static let noOtherSecret = AdapterRule(
        "request.secrets.none-besides",
        "The keys that callbacks are signed with never leave: whoever reads one can forge a success."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let other = try subject.adapter(setup.with { $0.callbackKeys = ["callback-key-of-another-account"] })
        for call in try subject.calls() {
            try require(
                try adapter.written(call) == other.written(call),
                sent: "\(call.quoted), for two callback keys",
                came: "two requests that differ",
                due: "equal requests"
            )
        }
    }

    static let stable = AdapterRule(
        "request.stable",
        "Equal calls give equal bytes: a creation that is sent again must be recognised as the same one."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let calls = try subject.calls()
        let written = try calls.map { try adapter.written($0) }
        for (call, first) in zip(calls, written) {
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { try (0..<13).map { _ in try adapter.written(call) } }
                }
                for try await requests in group {
                    for request in requests {
                        try require(request == first, sent: call.quoted, came: request.quoted, due: first.quoted)
                    }
                }
            }
            let again = try subject.adapter(setup).written(call)
            try require(again == first, sent: call.quoted, came: again.quoted, due: first.quoted)
        }
        try await nextSecond()
        for (call, first) in zip(calls, written) {
            let later = try adapter.written(call)
            try require(
                later == first,
                sent: "\(call.quoted), a second later",
                came: "\(later.quoted) \(later.headers)",
                due: "\(first.quoted) \(first.headers)"
            )
        }
    }

    /// Waits until the clock on the wall shows another second.
    private static func nextSecond() async throws {
        let second = { Int64(Date().timeIntervalSince1970) }
        let now = second()
        while second() == now { try await Task.sleep(for: .milliseconds(5)) }
    }

    static let distinct = AdapterRule(
        "request.distinct",
        "Two payments are two requests: what is cut off or left out makes one of them."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        var orders = try subject.kinds.map { try subject.samplePayment($0).order }
        orders += [try subject.samplePayment(units: 501).order, try subject.samplePayment(units: 5000).order]
        for reference in ["ORDER-10046", "order-10045", "ORDER-100451", "ORDER-10045 ", "\u{C5}", "A\u{30A}"] {
            var order = try subject.samplePayment().order
            order.reference = reference
            orders.append(order)
        }
        var seen: [ProviderRequest: PaymentOrder] = [:]
        for order in orders {
            guard case .written(let request) = RequestOutcome(of: .create(order), at: adapter) else { continue }
            let other = seen.updateValue(order, forKey: request)
            try require(
                other == nil,
                sent: "\(ProviderCall.create(order).quoted), \(other.map { ProviderCall.create($0).quoted } ?? "")",
                came: request.quoted,
                due: "two requests"
            )
        }
    }
}
