import PaymentGateway
import PaymentIntents

extension CallbackDelivery {
    func meaning(_ meaning: Meaning) -> CallbackDelivery { altered(account, bodyHash, meaning) }

    func account(_ account: AccountName) -> CallbackDelivery { altered(account, bodyHash, meaning) }

    func bodyHash(_ bodyHash: String) -> CallbackDelivery { altered(account, bodyHash, meaning) }

    private func altered(_ account: AccountName, _ bodyHash: String, _ meaning: Meaning) -> CallbackDelivery {
        CallbackDelivery(
            account: account,
            callback: callback,
            bodyHash: bodyHash,
            receivedAt: receivedAt,
            meaning: meaning
        )
    }

    /// The payment that it is about, if it is here.
    func payment(in store: any PaymentStore) async throws(StoreError) -> Payment? {
        let (reference, id): (String?, String?) =
            switch meaning {
            case .evidence(let evidence, _): (evidence.reference, evidence.providerPaymentID)
            case .hint(let lookup, _, _): (lookup.reference, lookup.providerPaymentID)
            case .keep: (nil, nil)
            }
        return try await store.payments(matching: PaymentFilter(limit: 1000))
            .first {
                $0.account == account && (id == nil ? $0.providerReference == reference : $0.providerPaymentID == id)
            }
    }
}
