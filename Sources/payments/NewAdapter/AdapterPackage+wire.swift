extension AdapterPackage {
    /// What the provider sends. It has to be something, so it is made up and says so.
    var wire: String {
        #"""
        import HTTPTypes
        import PaymentContracts
        import PaymentIntents

        /// What TYPE sends.
        enum TYPEWire {
            /// Everything in this file is made up. Exchange it for the samples and the words of TYPE's documents, then say so.
            static let isMadeUp = true

            static func messages() throws -> ProviderWire {
                let payment = try message()
                return ProviderWire(
                    creationReply: payment,
                    queryReply: payment,
                    callback: payment,
                    signing: signing,
                    refusal: ProviderResponse(status: 400, body: Array(#"{"error":"amount"}"#.utf8)),
                    creationRequest: CreationRequest(
                        fields: [.amount: ["amount"], .currency: ["currency"], .reference: ["reference"]]
                    )
                )
            }

            private static func message() throws -> WireMessage {
                WireMessage(
                    sample: try MessageJSON(
                        """
                        {"id":"1","amount":500,"currency":"BDT","reference":"ORDER-10045","status":"PAID"}
                        """
                    ),
                    fields: [
                        .providerPaymentID: ["id"], .amount: ["amount"], .currency: ["currency"],
                        .reference: ["reference"], .status: ["status"],
                    ],
                    required: [.providerPaymentID, .amount, .currency, .reference, .status],
                    claims: ["PENDING": .pending, "PAID": .succeeded, "FAILED": .failed]
                )
            }

            private static var signing: CallbackSigning {
                CallbackSigning(
                    headers: ["X-Signature"].compactMap { HTTPField.Name($0) },
                    coversWholeBody: true
                ) { body, key in
                    var headers: HTTPFields = [.contentType: "application/json"]
                    if let name = HTTPField.Name("X-Signature") {
                        headers[name] = try HMACSHA256.hexadecimal(of: body, key: key)
                    }
                    return Callback(headers: headers, body: body)
                }
            }
        }

        """#
        .replacing("TYPE", with: type)
    }
}
