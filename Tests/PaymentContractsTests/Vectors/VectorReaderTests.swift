@testable import PaymentContracts
import Testing

@Suite("Vector files are read strictly")
struct VectorReaderTests {
    private static let sound = """
        {"$schema":"../vectors.schema.json","version":1,"adapter":"some",
        "configurations":{"plain":{"environment":"sandbox","settings":{"key":"k","keys":["a","b"]}}},
        "vectors":[
        {"id":"request.a","about":"A.","source":"derived","kind":"request",
        "given":{"configuration":"plain","call":{"create":{"paymentID":"pay_01kqvn4s007x3c9m2w8hq5d4t6zj1vbnrkfg",
        "kind":"deposit","amount":{"value":"500.00","currency":"BDT"},"reference":"R","expiresIn":60,
        "payee":"01711111111","returnURLs":{"success":"https://shop.example"}}}},
        "expect":{"request":{"method":"POST","url":"https://p.example","headers":[["A","b"]],"body":{"text":"{}"}}}},
        {"id":"reply.a","about":"B.","source":"derived","kind":"reply",
        "given":{"configuration":"plain","call":{"query":{"kind":"deposit"}},"status":200,"headers":[],
        "clock":"2026-05-05T10:00:00Z"},
        "expect":{"error":{"code":"unreadable","consequence":"unknown"}}},
        {"id":"callback.a","about":"C.","source":"derived","kind":"callback",
        "given":{"configuration":"plain","headers":[["A","b"]],"body":{"base64":"/w=="},
        "payment":{"kind":"deposit","amount":{"value":"1.00","currency":"BDT"},"reference":"R","claims":["pending"]}},
        "expect":{"evidence":{"claim":"succeeded","rawStatus":"PAID"},"acknowledgement":{"ok":true},
        "comparison":{"claim":"succeeded","discrepancies":[],"status":"succeeded","late":false}}}]}
        """

    @Test("a sound file is read")
    func soundFile() throws {
        let vectors = try VectorReader.vectors(in: [file(Self.sound)], of: "some")
        #expect(vectors.map(\.id) == ["request.a", "reply.a", "callback.a"])
        #expect(vectors.map(\.outcome) == [.request, .error, .evidence])
    }

    @Test(
        "a file with one thing wrong is not, and the error says where",
        arguments: [
            ("\"version\":1", "\"version\":2", "version"),
            ("\"version\":1,", "\"version\":1,\"author\":\"me\",", "author"),
            ("\"adapter\":\"some\"", "\"adapter\":\"other\"", "adapter"),
            ("\"environment\":\"sandbox\"", "\"environment\":\"test\"", "environment"),
            ("[\"a\",\"b\"]", "[\"a\",7]", "keys"),
            ("\"key\":\"k\"", "\"key\":true", "key"),
            ("reply.a", "request.a", "request.a again"),
            ("\"about\":\"A.\"", "\"about\":\"\"", "about"),
            ("\"about\":\"A.\"", "\"about\":\"A.\",\"about\":\"B.\"", "two members of one name"),
            ("\"kind\":\"reply\"", "\"kind\":\"answer\"", "kind"),
            ("{\"configuration\":\"plain\",\"headers\"", "{\"configuration\":\"fancy\",\"headers\"", "configuration"),
            ("{\"create\":{", "{\"refund\":{", "refund"),
            ("\"expiresIn\":60", "\"expiresIn\":\"60\"", "expiresIn"),
            ("\"expiresIn\":60", "\"expiresAt\":60", "expiresAt"),
            ("pay_01kqvn4s007x3c9m2w8hq5d4t6zj1vbnrkfg", "pay_1", "paymentID"),
            ("\"500.00\"", "\"500\"", "value"),
            ("https://shop.example", "shop.example", "success"),
            ("\"status\":200", "\"status\":\"200\"", "status"),
            ("2026-05-05T10:00:00Z", "today", "clock"),
            (
                "\"headers\":[[\"A\",\"b\"]],\"body\":{\"base64\"", "\"headers\":[[\"A\"]],\"body\":{\"base64\"",
                "header"
            ),
            ("[[\"A\",\"b\"]],\"body\":{\"text\"", "[[\"A b\",\"b\"]],\"body\":{\"text\"", "header"),
            ("\"/w==\"", "\"/w\"", "base64"),
            ("{\"base64\":\"/w==\"}", "{\"hex\":\"ff\"}", "hex"),
            ("[\"pending\"]", "[\"paid\"]", "claims"),
            ("{\"error\":", "{\"intent\":", "code"),
            ("{\"code\":", "{\"retry\":true,\"code\":", "retry"),
            ("{\"error\":", "{\"evidence\":{},\"error\":", "evidence"),
            (",\"acknowledgement\":{\"ok\":true}", "", "acknowledgement"),
            ("\"late\":false", "\"late\":false,\"when\":1", "when"),
            ("\"rawStatus\":\"PAID\"", "\"rawStatus\":\"PAID\",\"amount\":{\"minor\":1}", "minor"),
        ]
    )
    func wrong(_ old: String, _ new: String, _ named: String) throws {
        try #require(Self.sound.contains(old))
        let text = Self.sound.replacing(old, with: new, maxReplacements: 1)
        let violation = #expect(throws: ContractViolation.self) {
            try VectorReader.vectors(in: [file(text)], of: "some")
        }
        #expect(violation?.description.contains(named) == true)
    }

    @Test("one id is one vector, also over several files")
    func overFiles() {
        #expect(throws: ContractViolation.self) {
            try VectorReader.vectors(in: [file(Self.sound), file(Self.sound)], of: "some")
        }
    }

    private func file(_ text: String) -> VectorFile { VectorFile(name: "a.json", bytes: Array(text.utf8)) }
}
