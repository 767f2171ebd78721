extension AdapterPackage {
    /// What comes back.
    var replies: String {
        """
        public import PaymentIntents

        /// What comes back.
        extension \(type)Adapter {
            /// Reads the answer to a call.
            ///
            /// `JSONDocument` of `StrictJSON` reads a body. An answer that is not what \(type) documents is `unreadable`; a
            /// definite no is believed only in \(type)'s own form.
            ///
            /// - Parameters:
            ///   - response: What came back, whatever it is.
            ///   - call: The call that it answers.
            /// - Returns: What \(type) says.
            /// - Throws: `ProviderError`.
            public func reply(
                in response: ProviderResponse,
                to call: ProviderCall
            ) throws(ProviderError) -> ProviderReply<\(type)Payment> {
                switch call {
                case .create: throw .stillToBeWritten("reply(in:to: .create)")
                case .query: throw .stillToBeWritten("reply(in:to: .query)")
                case .list: throw ProviderError(.unsupported, "\(type) gives no lists")
                case .balance: throw ProviderError(.unsupported, "\(type) tells no balance")
                }
            }
        }

        """
    }
}
