public import Hummingbird
import NIOCore

/// A provider's hosted page: one card with an amount, the facts, and what the customer can do.
///
/// It is one self-contained document, without scripts and without anything loaded from elsewhere.
public struct HostedPage: Sendable {
    /// A line of the card: a label and its value.
    public typealias Fact = (label: String, value: String)

    /// The provider's name.
    public let provider: String
    /// What the page is about, `Pay SHOP`.
    public let title: String
    /// The amount with its currency, `BDT 500`.
    public let amount: String
    /// A word on the state, `Waiting for payment`.
    public let state: PageState
    /// The facts, in order.
    public let facts: [Fact]
    /// The forms or links below the facts.
    public let content: HTML

    /// Describes a page.
    ///
    /// - Parameters:
    ///   - provider: the provider's name.
    ///   - title: what the page is about.
    ///   - amount: the amount with its currency.
    ///   - state: where the payment stands.
    ///   - facts: the facts, in order.
    ///   - content: what stands below them.
    public init(provider: String, title: String, amount: String, state: PageState, facts: [Fact], content: HTML) {
        self.provider = provider
        self.title = title
        self.amount = amount
        self.state = state
        self.facts = facts
        self.content = content
    }

    /// The whole document.
    public var html: HTML {
        let rows = HTML(facts.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" })
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(title) · \(provider) simulator</title>
            <style>\(PageStyle.sheet)</style>
            </head>
            <body>
            <main>
            <header><strong>\(provider)</strong><span class="badge">Simulator</span></header>
            <section class="sum"><h1>\(title)</h1><p class="amount">\(amount)</p>
            <p class="state \(state.tone)" role="status">\(state.words)</p></section>
            <dl>\(rows)</dl>
            \(content)
            <footer>No money moves here. This page stands in for the provider's own.</footer>
            </main>
            </body>
            </html>
            """
    }

    /// The document as an answer that browsers do not cache, frame or send onwards.
    ///
    /// - Parameter status: the status code.
    /// - Returns: the answer.
    public func response(status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: "no-store",
                .contentSecurityPolicy:
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html.markup + "\n"))
        )
    }
}
