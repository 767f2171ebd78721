import PaymentIntents
import Testing

@Suite("Web addresses")
struct WebURLTests {
    @Test(
        "are absolute, http or https",
        arguments: [
            "https://shop.example", "http://127.0.0.1:8080/callbacks/wallets", "https://pay.example/c?id=1&x=a%20b#top",
            "HTTPS://Shop.Example/", "https://[::1]:8443/", "https://xn--bcher-kva.example/", "https://a_b.example/",
            "https://shop.example:65535/", "https://shop.example/a@b:c/", "https://shop.example/?u=https://x@y",
            "https://s.example/" + String(repeating: "a", count: 2048 - 18),
        ]
    )
    func accepts(_ text: String) throws {
        let url = try #require(WebURL(text))
        #expect(url.text == text)
        #expect("\(url)" == text)
    }

    @Test(
        "are nothing that misleads a reader, a browser or a log",
        arguments: [
            "", "shop.example", "/relative", "//shop.example/", "https:", "https:/x", "https://", "https:///path",
            "https://?x", "javascript:alert(1)", "JavaScript://shop.example/%0aalert(1)", "data:text/html,x",
            "file:///etc/passwd", "ftp://shop.example/", "intent://shop.example/", "https//shop.example",
            "https://user@shop.example/", "https://user:secret@shop.example/", "https://@shop.example/",
            "https://:@shop.example/", "https://shop.example:@evil.example/", "https://[::1]x/",
            "https://shop.example:/", "https://shop.example@evil.example/", "https://shop.example%40evil.example/",
            "https://shop.example%2Fevil.example/", "https://%0d%0aevil.example/", "https://shop%00.example/",
            "https://shop.example/\r\nX-Evil: 1", "https://shop.example/\n", "https://shop.example/\0",
            "https://shop.example/\u{1B}[31m", "https://shop.example/\u{7F}", "https://shop.example/a b",
            " https://shop.example/", "https://shop.example/ ", "https://shop.example\\@evil.example/",
            "https:\\\\shop.example\\", "https://shop.example/\"><script>", "https://shop.example/<b>",
            "https://shop.example/{id}", "https://shop.example/`x`", "https://shop.example/a|b",
            "https://bücher.example/",
            "https://shop.example/ü", "https://shop.example/\u{202E}gpj", "https://shop。example/",
            "https://shop..example/",
            "https://.example/", "https://./", "https://[::1/", "https://[]/", "https://[shop]/",
            "https://shop.example:0/", "https://shop.example:65536/", "https://shop.example:-1/",
            "https://shop.example:8o/", "https://shop.example:80:90/", "https://shop,example/", "https://shop;x/",
            "https://s.example/" + String(repeating: "a", count: 2049 - 18),
        ]
    )
    func refuses(_ text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test("must be https where money is real")
    func environments() throws {
        let plain = try #require(WebURL("http://shop.example/"))
        let secure = try #require(WebURL("https://shop.example/"))
        #expect(plain.isAllowed(in: .sandbox))
        #expect(!plain.isAllowed(in: .live))
        #expect(secure.isAllowed(in: .sandbox))
        #expect(secure.isAllowed(in: .live))
    }
}
