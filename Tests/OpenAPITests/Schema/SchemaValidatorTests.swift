import Foundation
import Testing

@Suite("The validator of schemas")
struct SchemaValidatorTests {
    /// A document with one schema under `S`, and what is found in a value.
    private func problems(
        _ schema: String,
        _ value: String,
        allowsUnnamedMembers: Bool = false
    ) throws -> [String] {
        let schema = try JSON(Array(schema.utf8))
        let document = JSON.object(["S": schema, "a/b": .object(["type": .string("null")])])
        let validator = SchemaValidator(document: document, allowsUnnamedMembers: allowsUnnamedMembers)
        try validator.audit(schema)
        return try validator.problems(in: try JSON(Array(value.utf8)), against: schema).map(\.description)
    }

    @Test(
        "finds nothing in a right value",
        arguments: [
            ("true", "1"), ("{}", "[]"), (#"{"type":"integer"}"#, "1.0"), (#"{"type":["string","null"]}"#, "null"),
            (#"{"enum":[1,null]}"#, "1.00"), (#"{"const":{"a":[1]}}"#, #"{"a":[1.0]}"#),
            (#"{"properties":{"a":{"type":"string"}},"required":["a"]}"#, #"{"a":""}"#),
            (#"{"additionalProperties":{"type":"string"}}"#, #"{"x":"y"}"#),
            (#"{"items":{"minimum":1,"maximum":2}}"#, "[1,2,1.5]"), (#"{"anyOf":[{"type":"null"},{"const":1}]}"#, "1"),
            (#"{"oneOf":[{"type":"null"},{"type":"number"}]}"#, "1"), (#"{"pattern":"b"}"#, #""abc""#),
            (#"{"minLength":2,"maxLength":2}"#, #""\u00e9\u00e9""#), (##"{"$ref":"#/a~1b"}"##, "null"),
            (#"{"format":"date-time"}"#, #""2024-05-21T15:50:32.024+06:00""#),
            (#"{"format":"date-time"}"#, #""2026-05-05T10:00:00Z""#),
            (#"{"format":"uri"}"#, #""https://shop.example/?a=b""#),
            (#"{"format":"uuid"}"#, #""236a4d5f-884a-4934-90af-04306146c328""#),
            (#"{"minLength":3,"pattern":"x","required":["a"],"minimum":5}"#, "null"),
        ]
    )
    func right(schema: String, value: String) throws {
        #expect(try problems(schema, value) == [])
    }

    @Test(
        "finds what is wrong, and says where",
        arguments: [
            ("false", "1", "$: must not be there"), (#"{"type":"integer"}"#, "1.5", "$: must be of type"),
            (#"{"type":"number"}"#, #""1""#, "$: must be of type"),
            (#"{"type":"integer"}"#, "true", "$: must be of type"),
            (#"{"enum":["a"]}"#, #""b""#, "$: must be one of"), (#"{"const":1}"#, #""1""#, "$: must be 1, is"),
            (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":1}"#, "$.a: must be of type"),
            (#"{"properties":{"a":{"items":{"type":"null"}}}}"#, #"{"a":[null,1]}"#, "$.a[1]: must be of type"),
            (#"{"required":["a"]}"#, "{}", "$.a: is missing"),
            (#"{"properties":{},"additionalProperties":false}"#, #"{"b":1}"#, "$.b: must not be there"),
            (#"{"additionalProperties":{"type":"string"}}"#, #"{"b":1}"#, "$.b: must be of type"),
            (#"{"anyOf":[{"type":"null"},{"const":1}]}"#, "2", "$: must be"),
            (#"{"oneOf":[{"type":"integer"},{"type":"number"}]}"#, "1", "$: fits 2 of the alternatives"),
            (#"{"pattern":"^[0-9]+$"}"#, #""12\n""#, "$: must match"), (#"{"minLength":2}"#, #""é""#, "$: is shorter"),
            (#"{"minItems":2}"#, "[1]", "$: has fewer"),
            (#"{"maxLength":1}"#, #""ab""#, "$: is longer"),
            (#"{"minimum":0.01}"#, "0.009", "$: must be at least 0.01"),
            (#"{"maximum":1}"#, "1.1", "$: must be at most"), (#"{"format":"uuid"}"#, #""236a4d5f""#, "$: must be a"),
            (#"{"format":"date-time"}"#, #""2026-05-05 10:00:00Z""#, "$: must be a"),
            (#"{"format":"date-time"}"#, #""2026-13-05T10:00:00Z""#, "$: must be a"),
            (#"{"format":"date-time"}"#, #""2026-05-05T10:00:00""#, "$: must be a"),
            (#"{"format":"uri"}"#, #""/relative""#, "$: must be a"),
            (#"{"format":"uri"}"#, #""https://a b""#, "$: must be a"),
            (##"{"$ref":"#/a~1b"}"##, "1", "$: must be of type"),
            (##"{"$ref":"#/a~1b","properties":{}}"##, #"{"b":1}"#, "$: must be of type"),
        ]
    )
    func wrong(schema: String, value: String, problem: String) throws {
        let found = try problems(schema, value)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(problem) == true, "\(found)")
    }

    @Test("takes a member that nobody names for a problem, unless it is told that there may be some")
    func unnamed() throws {
        let schema = #"{"properties":{"a":{"properties":{}}}}"#
        #expect(
            try problems(schema, #"{"a":{"c":1},"b":1}"#) == ["$.a.c: is not documented", "$.b: is not documented"]
        )
        #expect(try problems(schema, #"{"a":{"c":1},"b":1}"#, allowsUnnamedMembers: true) == [])
        #expect(try problems(#"{"properties":{},"additionalProperties":true}"#, #"{"b":1}"#) == [])
        #expect(try problems(##"{"$ref":"#/a~1b","properties":{}}"##, "null") == [])
    }

    @Test(
        "refuses a schema that it cannot check, also where no value leads",
        arguments: [
            #"{"multipleOf":2}"#, #"{"properties":{"a":{"maxItems":1}}}"#, #"{"items":{"not":{}}}"#,
            #"{"type":"text"}"#,
            #"{"type":["string","text"]}"#, #"{"format":"email"}"#, #"{"pattern":"("}"#, ##"{"$ref":"#/T"}"##,
            ##"{"$ref":"other.yaml#/S"}"##, #"{"enum":[]}"#, #"{"required":"a"}"#, #"{"anyOf":[1]}"#,
            #"{"minimum":"1"}"#, "1",
        ]
    )
    func unknown(schema: String) throws {
        #expect(throws: SchemaError.self) { try problems(schema, "null") }
        // Without the audit an unknown keyword is found when a value comes to it.
        let validator = SchemaValidator(document: .null)
        #expect(throws: SchemaError.keyword("not")) {
            try validator.problems(in: .null, against: .object(["not": .bool(false)]))
        }
    }

    @Test("reads YAML by the rules of JSON")
    func yaml() throws {
        let yaml = """
            a: [yes, no, 010, 1_000, 2024-05-21, ~, "1", '2', 1, -1.50, null, true, .inf]
            b: &anchor { c: d }
            e: *anchor
            """
        let texts = ["yes", "no", "010", "1_000", "2024-05-21", "~", "1", "2"].map(JSON.string)
        let half = try JSON(Array("-1.5".utf8))
        let inner = JSON.object(["c": .string("d")])
        #expect(
            try JSON(yaml: yaml)
                == .object([
                    "a": .array(texts + [.number(1), half, .null, .bool(true), .string(".inf")]), "b": inner,
                    "e": inner,
                ])
        )
    }

    @Test("refuses YAML that no JSON can say", arguments: ["", "a: 1\na: 2", "a: 1\n\"a\": 2", "? [a]\n: 1", "<<: {}"])
    func noJSON(yaml: String) {
        #expect(throws: (any Error).self) { try JSON(yaml: yaml) }
    }
}
