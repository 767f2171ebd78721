import Foundation
import ProviderSimulation

/// The hosted checkout as HTML.
enum CheckoutPage {
    /// The page of an intent.
    ///
    /// - Parameters:
    ///   - intent: the intent.
    ///   - merchant: the merchant's name.
    ///   - now: the time, for how long the customer still has.
    /// - Returns: the page.
    static func page(for intent: SimulatedIntent, merchant: String, now: Date) -> HostedPage {
        var facts: [HostedPage.Fact] = [
            ("Send money to", intent.receiver.digits), ("Reference", intent.customerReference),
        ]
        if let order = intent.merchantReference { facts.append(("Order", order)) }
        return HostedPage(
            provider: "SMS Pay",
            title: "Pay \(merchant)",
            amount: "BDT \(intent.amount)",
            state: state(of: intent, now: now),
            facts: facts,
            content: content(for: intent)
        )
    }

    /// The page for an id that nobody knows.
    static let notFound = HostedPage(
        provider: "SMS Pay",
        title: "Checkout",
        amount: "404",
        state: PageState("This payment does not exist", .bad),
        facts: [],
        content: ""
    )

    private static func content(for intent: SimulatedIntent) -> HTML {
        guard intent.status == .pending else {
            return intent.returnURLs.url(for: intent.status).map(PageForm.link) ?? ""
        }
        return PageForm.form([
            PageForm.choice(of: Wallet.allCases),
            PageForm.button(CheckoutAction.pay.rawValue, "Pay BDT \(intent.amount)", .primary),
            PageForm.button(CheckoutAction.payWrongAmount.rawValue, "Pay BDT \(intent.amount + 1) instead"),
            PageForm.button(CheckoutAction.expire.rawValue, "Let the time run out"),
            PageForm.button(CheckoutAction.cancel.rawValue, "Cancel and go back", .quiet),
        ])
    }

    private static func state(of intent: SimulatedIntent, now: Date) -> PageState {
        switch intent.status {
        case .pending:
            let minutes = max(1, Int((intent.expiresAt.timeIntervalSince(now) / 60).rounded(.up)))
            return PageState("Waiting for payment · \(minutes) min left", .waiting)
        case .paid: return PageState("Paid", .good)
        case .expired: return PageState("The time has run out", .bad)
        case .rejected: return PageState("The payment was refused", .bad)
        case .failed: return PageState("The payment failed", .bad)
        case .reviewRequired: return PageState("We are looking into this payment", .waiting)
        }
    }
}
