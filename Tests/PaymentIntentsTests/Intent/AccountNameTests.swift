import PaymentIntents
import Testing

@Suite("Account names")
struct AccountNameTests {
    @Test(
        "are 1 to 32 of a to z, 0 to 9 and the hyphen",
        arguments: ["a", "wallets", "agents-2", "0", "-", String(repeating: "z", count: 32)]
    )
    func accepts(_ text: String) throws {
        let name = try #require(AccountName(text))
        #expect(name.rawValue == text)
        #expect("\(name)" == text)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", String(repeating: "z", count: 33), "Wallets", "wal lets", "wal_lets", "wal.lets", "wal/lets", "..",
            "wällets", "wallets\n", "wallets\0", "ｗ", "\u{212A}",
        ]
    )
    func refuses(_ text: String) {
        #expect(AccountName(text) == nil)
    }

    @Test("sort by bytes")
    func order() {
        let names = ["-", "0", "a", "aa", "b"].compactMap(AccountName.init)
        #expect(names.reversed().sorted() == names)
    }
}
