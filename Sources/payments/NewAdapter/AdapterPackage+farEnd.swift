extension AdapterPackage {
    /// The provider, simulated.
    var farEnd: String {
        """
        import PaymentContracts
        import PaymentIntents

        /// \(type) in memory: it answers requests and signs callbacks as the documents say, and misbehaves when it is told to.
        actor Simulated\(type): FarEnd {
            nonisolated let baseURL = "https://simulated.\(name).example"

            /// What ``settle(_:as:)`` can bring about.
            nonisolated let claims: Set<Claim> = []

            init(_ setup: AdapterSetup) throws {
                throw StillToBeWritten(what: "Simulated\(type)")
            }

            func answer(_ request: ProviderRequest) throws -> ProviderResponse {
                throw StillToBeWritten(what: "Simulated\(type).answer(_:)")
            }

            func settle(_ providerPaymentID: String, as claim: Claim) throws {
                throw StillToBeWritten(what: "Simulated\(type).settle(_:as:)")
            }

            func callbacks() throws -> [Callback] {
                throw StillToBeWritten(what: "Simulated\(type).callbacks()")
            }

            func arm(_ fault: FarEndFault) throws {
                throw StillToBeWritten(what: "Simulated\(type).arm(_:)")
            }

            func advance(by duration: Duration) throws {
                throw StillToBeWritten(what: "Simulated\(type).advance(by:)")
            }

            func paymentCount() throws -> Int {
                throw StillToBeWritten(what: "Simulated\(type).paymentCount()")
            }
        }

        /// What the contract run says until it is there.
        struct StillToBeWritten: Error, CustomStringConvertible {
            let what: String

            var description: String { "\\(what) is still to be written" }
        }

        """
    }
}
