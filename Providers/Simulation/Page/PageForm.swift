/// The parts of the forms on a hosted page.
public enum PageForm {
    /// How much a button stands out.
    public enum Weight: String, Sendable {
        /// The way forward.
        case primary
        /// Another way.
        case plain
        /// The way out.
        case quiet
    }

    /// A choice between wallets.
    ///
    /// - Parameters:
    ///   - wallets: what can be chosen; the first one, or the chosen one, is selected.
    ///   - chosen: the wallet that is already fixed.
    /// - Returns: a field set named `wallet`.
    public static func choice(of wallets: [Wallet], chosen: Wallet? = nil) -> HTML {
        let selected = chosen ?? wallets.first
        let options = HTML(
            wallets.map { wallet in
                let checked: HTML = wallet == selected ? " checked" : ""
                return """
                    <label style="--wallet:\(wallet.colour)"><input type="radio" name="wallet" \
                    value="\(wallet.rawValue)"\(checked)><span>\(wallet.rawValue)</span></label>
                    """
            }
        )
        return "<fieldset><legend>Pay with</legend>\(options)</fieldset>"
    }

    /// A button that sends the form.
    ///
    /// - Parameters:
    ///   - action: the value of the field `action`.
    ///   - label: what the button says.
    ///   - weight: how much it stands out.
    /// - Returns: the button.
    public static func button(_ action: String, _ label: String, _ weight: Weight = .plain) -> HTML {
        "<button name=\"action\" value=\"\(action)\" class=\"\(weight.rawValue)\">\(label)</button>"
    }

    /// A form that posts to the page itself.
    ///
    /// - Parameter pieces: what stands in it.
    /// - Returns: the form.
    public static func form(_ pieces: [HTML]) -> HTML {
        "<form method=\"post\">\(HTML(pieces))</form>"
    }

    /// A link back to the merchant.
    ///
    /// - Parameter url: where it leads.
    /// - Returns: a paragraph with the link.
    public static func link(to url: MerchantURL) -> HTML {
        "<p class=\"back\"><a rel=\"noreferrer\" href=\"\(url.text)\">Back to the shop</a></p>"
    }
}
