import PaymentIntents

/// What a provider lists, to be taken one by one.
struct ShownPayments {
    private var intents: [(any ProviderIntent)?]
    private var places: [[UInt8]: Int] = [:]

    init(_ intents: [any ProviderIntent]) {
        self.intents = intents
        for (place, intent) in intents.enumerated() {
            guard let name = intent.providerPaymentID else { continue }
            // A list that moves while it is read shows a payment twice.
            if let earlier = places.updateValue(place, forKey: Array(name.utf8)) { self.intents[earlier] = nil }
        }
    }

    /// What nobody has taken.
    var rest: [any ProviderIntent] { intents.compactMap(\.self) }

    /// Takes what the provider shows of a payment: by its own id if we know it, else by the reference.
    mutating func take(_ payment: Payment) -> (any ProviderIntent)? {
        guard let place = place(of: payment) else { return nil }
        defer { intents[place] = nil }
        return intents[place]
    }

    private func place(of payment: Payment) -> Int? {
        if let name = payment.providerPaymentID { return places[Array(name.utf8)] }
        return intents.firstIndex { intent in
            guard let intent, intent.kind == payment.kind else { return false }
            return intent.reference.utf8.elementsEqual(payment.providerReference.utf8)
        }
    }
}
