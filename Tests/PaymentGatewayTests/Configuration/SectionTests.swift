import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@Suite("The sections of a configuration")
struct SectionTests {
    @Test("what is not written has the documented default")
    func defaults() throws {
        let read = try ConfigurationText().read()
        #expect(read.environment == .sandbox)
        #expect(read.store == .sqlite(path: "/etc/shop/payments.sqlite"))
        #expect(read.server == ServerSettings(host: "127.0.0.1", port: 8080, publicURL: nil, apiKeys: []))
        #expect(read.notifications == nil)
    }

    @Test(
        "a store's path counts from the configuration's folder",
        arguments: [
            ("sqlite:payments.sqlite", StoreLocation.sqlite(path: "/etc/shop/payments.sqlite")),
            ("sqlite:data/p.sqlite", .sqlite(path: "/etc/shop/data/p.sqlite")),
            ("sqlite:../p.sqlite", .sqlite(path: "/etc/shop/../p.sqlite")),
            ("sqlite:/var/lib/p.sqlite", .sqlite(path: "/var/lib/p.sqlite")),
            ("sqlite:with blank.sqlite", .sqlite(path: "/etc/shop/with blank.sqlite")),
            ("postgres://shop@db:5432/payments", .postgres(url: "postgres://shop@db:5432/payments")),
            ("postgresql://db/payments", .postgres(url: "postgresql://db/payments")),
        ]
    )
    func store(text: String, location: StoreLocation) throws {
        #expect(try StoreLocation(text, folder: "/etc/shop") == location)
        #expect(try StoreLocation(text, folder: "/etc/shop/") == location)
    }

    @Test(
        "a store is a file or a PostgreSQL database",
        arguments: [
            "", "sqlite", "sqlite:", "sqlite://p.sqlite", "sqlite::memory:", "sqlite:data/", "SQLITE:p.sqlite",
            "file:p.sqlite", "postgres:db", "postgres://", "postgres://a b/c", "mysql://db/p", "sqlite:a\u{0}b",
            "postgres://db/p\n",
        ]
    )
    func wrongStore(_ text: String) {
        #expect(throws: ConfigurationError.self) { try StoreLocation(text, folder: "/etc/shop") }
    }

    @Test("the key of notifications is decoded", arguments: [24, 25, 26, 32, 64])
    func notificationSecret(_ count: Int) throws {
        let bytes = (0..<UInt8(count)).map { $0 &* 37 | 0x80 }
        var configuration = ConfigurationText()
        configuration.tail = """
            notifications: { url: 'https://shop.example/h', secret: 'whsec_\(Data(bytes).base64EncodedString())' }
            """
        #expect(try configuration.read().notifications?.secret.bytes == bytes)
    }

    @Test(
        "any other form of that key is refused",
        arguments: [
            "whsec_", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz", "WHSEC_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
            "whsec_" + Data(repeating: 1, count: 23).base64EncodedString(),
            "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(),
            "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ", "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAR==",
            "whsec_-_EBAQEBAQEBAQEBAQEBAQEBAQEBAQEB", "whsec_ MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
            "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz ",
        ]
    )
    func wrongNotificationSecret(_ secret: String) {
        var configuration = ConfigurationText()
        configuration.tail = "notifications: { url: 'https://shop.example/h', secret: '\(secret)' }"
        #expect(configuration.refusal()?.key == "notifications.secret")
    }

    @Test("an adapter registered later under the same name replaces the first")
    func registry() {
        var adapters = AdapterRegistry()
        #expect(adapters.names.isEmpty)
        #expect(adapters.adapter(named: "till") == nil)
        adapters.register(TillAdapter.self)
        adapters.register(AgentAdapter.self)
        adapters.register(TillAdapter.self)
        #expect(adapters.names == ["agent", "till"])
        #expect(adapters.adapter(named: "till") == TillAdapter.self)
    }
}
