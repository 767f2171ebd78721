extension AdapterPackage {
    /// The provider's own payment.
    var payment: String {
        """
        public import Foundation
        public import PaymentIntents

        /// A payment as \(type) shows it in an answer.
        public struct \(type)Payment: ProviderIntent {
            /// \(type)'s name for it.
            public let id: String
            /// The account that asked.
            public let account: AccountName
            /// Which way the money goes.
            public let kind: PaymentKind
            /// The amount.
            public let amount: Money
            /// The amount, as \(type) states it.
            public let statedAmount: StatedAmount
            /// The merchant's reference.
            public let reference: String
            /// What \(type) says happened; a word that its documents do not name is `review`.
            public let claim: Claim
            /// \(type)'s own word for that.
            public let rawStatus: String
            /// The wallet, when \(type) tells it.
            public let method: PaymentMethod?
            /// The name of the movement of money, when \(type) tells it.
            public let transactionID: String?
            /// What the merchant does now.
            public let nextAction: NextAction
            /// When the customer can no longer pay.
            public let expiresAt: Date?
            /// When it was made.
            public let createdAt: Date?

            /// The same as ``id``.
            public var providerPaymentID: String? { id }
        }

        """
    }
}
