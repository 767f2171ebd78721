public import PaymentIntents

/// The provider, as the rules see it: a simulator that can be told what to do.
public protocol FarEnd: Sendable {
    /// Where its interface is.
    var baseURL: String { get }

    /// The claims that it can be told to bring about.
    var claims: Set<Claim> { get }

    /// Takes a request as the provider would.
    ///
    /// - Parameter request: What the adapter wrote.
    /// - Returns: What the provider answers.
    /// - Throws: ``FarEndSilence`` when no answer came.
    func answer(_ request: ProviderRequest) async throws -> ProviderResponse

    /// Makes a payment become something; the provider sends whatever callback goes with it.
    ///
    /// A payment that waits can become any of ``claims``, in whichever direction. Where a time to pay runs out, a payment that
    /// has expired can still become a success.
    ///
    /// - Parameters:
    ///   - providerPaymentID: The provider's name for the payment.
    ///   - claim: What becomes of it, one of ``claims``.
    /// - Throws: When the provider has no such payment, or it cannot become that.
    func settle(_ providerPaymentID: String, as claim: Claim) async throws

    /// Waits until every callback that is due was sent. One that ``FarEndFault/reorder`` holds back is not.
    ///
    /// - Returns: All callbacks sent so far, in their order.
    /// - Throws: When they cannot be had.
    func callbacks() async throws -> [Callback]

    /// Makes the provider misbehave from now on.
    ///
    /// - Parameter fault: How.
    /// - Throws: When the simulator cannot do it.
    func arm(_ fault: FarEndFault) async throws

    /// Lets time pass at the provider.
    ///
    /// - Parameter duration: How long.
    /// - Throws: When the simulator cannot do it.
    func advance(by duration: Duration) async throws

    /// How many payments the provider holds.
    func paymentCount() async throws -> Int
}

/// No answer came.
public struct FarEndSilence: Error, Sendable {
    /// Says so.
    public init() {}
}
