import PaymentIntents
import Testing

@Suite("Currency")
struct CurrencyTests {
    @Test("knows how many decimals a currency has", arguments: zip(["BDT", "JPY", "KWD", "USD"], [2, 0, 3, 2]))
    func exponent(_ code: String, _ exponent: Int) {
        #expect(Currency(code: code)?.exponent == exponent)
        #expect(Currency(code: code)?.description == code)
    }

    @Test(
        "takes codes as ISO 4217 writes them, and those it knows",
        arguments: ["", "bdt", "Bdt", " BDT", "BDT ", "BDT\0", "ＢＤＴ", "TAKA", "৳", "XXX", "\u{212A}WD"]
    )
    func refuses(_ code: String) {
        #expect(Currency(code: code) == nil)
    }
}
