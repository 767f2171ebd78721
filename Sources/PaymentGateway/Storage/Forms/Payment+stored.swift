import PaymentIntents

extension Payment {
    /// The payment as it will be read from the store: times in whole milliseconds.
    package var asStored: Payment {
        var payment = self
        payment.leasedUntil = leasedUntil?.asStored
        payment.expiresAt = expiresAt?.asStored
        payment.updatedAt = updatedAt.asStored
        payment.nextQueryAt = nextQueryAt?.asStored
        return payment
    }

    /// Whether callbacks find the payment by other names than those of another state of it.
    ///
    /// - Parameter other: The other state.
    /// - Returns: Whether the account or one of the names differs.
    package func hasOtherNames(than other: Payment) -> Bool {
        account != other.account || !providerReference.hasSameBytes(as: other.providerReference)
            || !hasProviderPaymentID(other.providerPaymentID)
    }

    private func hasProviderPaymentID(_ other: String?) -> Bool {
        guard let other, let providerPaymentID else { return other == providerPaymentID }
        return other.hasSameBytes(as: providerPaymentID)
    }
}
