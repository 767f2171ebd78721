extension AdapterPackage {
    /// What the provider says by itself.
    var callbacks: String {
        """
        public import PaymentIntents

        /// What \(type) says by itself.
        extension \(type)Adapter {
            /// Demands every signature that \(type) makes, with `verifier.require(_:of:by:check:)`.
            ///
            /// - Parameters:
            ///   - callback: The request.
            ///   - verifier: Checks the signatures. What is not demanded of it is not authentic.
            /// - Throws: `CallbackRefusal`.
            public func authenticate(
                _ callback: Callback,
                with verifier: inout SignatureVerifier
            ) throws(CallbackRefusal) {
                throw CallbackRefusal(.unchecked, check: Self.stillToBeWritten)
            }

            /// Nothing is asked of ``event(in:)`` before a callback is authentic, so both are named here.
            private static var stillToBeWritten: String {
                "authenticate(_:with:) is still to be written, and then event(in:) is still to be written"
            }

            /// Says what an authentic callback means. Amount, currency and reference are reported as they stand.
            ///
            /// - Parameter callback: The callback, verified by the centre.
            /// - Returns: Evidence.
            /// - Throws: `CallbackProblem`.
            public func event(in callback: VerifiedCallback<Void>) throws(CallbackProblem) -> CallbackEvent {
                throw .notUnderstood("event(in:) is still to be written")
            }

            /// What \(type) wants to read in the 200.
            ///
            /// - Parameter event: What the callback said; `nil` when it was not understood.
            /// - Returns: The body of the 200.
            public func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
                CallbackAcknowledgement(json: "{}")
            }
        }

        """
    }
}
