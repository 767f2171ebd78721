extension AdapterPackage {
    /// What is sent.
    var requests: String {
        """
        public import PaymentIntents

        /// What is sent.
        extension \(type)Adapter {
            /// Writes the request for a call.
            ///
            /// `JSONObjectWriter` of `StrictJSON` writes a body, `ProviderRequest.percentEncoded(_:)` a part of a path, and
            /// `capabilities.objection(to:)` says what speaks against an order.
            ///
            /// - Parameter call: What is wanted of \(type).
            /// - Returns: The request, the same bytes for the same call.
            /// - Throws: `ProviderError`; nothing has been sent then.
            public func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
                switch call {
                case .create: throw .stillToBeWritten("request(for: .create)")
                case .query: throw .stillToBeWritten("request(for: .query)")
                case .list: throw ProviderError(.unsupported, "\(type) gives no lists")
                case .balance: throw ProviderError(.unsupported, "\(type) tells no balance")
                }
            }
        }

        """
    }
}
