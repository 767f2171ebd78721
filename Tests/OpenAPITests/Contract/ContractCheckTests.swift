import HTTPTypes
import PaymentIntents
import Testing

@Suite("The check of an exchange")
struct ContractCheckTests {
    private static let yaml = """
        openapi: "3.1.0"
        info: { title: Test, version: "1" }
        servers: [{ url: https://test.example/v1 }]
        security: [{ key: [] }]
        paths:
          /things/{id}:
            post:
              operationId: makeThing
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: limit, in: query, required: true, schema: { type: integer, maximum: 9 } }
                - { name: X-Mark, in: header, required: true, schema: { const: "a" } }
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [a], properties: { a: {} } } } }
              responses:
                "200":
                  description: Made.
                  headers: { X-Seal: { required: true, schema: { const: "s" } } }
                  content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } }
                "204": { description: Nothing. }
        webhooks:
          made:
            post:
              operationId: thingMade
              security: []
              responses: { "200": { description: Heard. } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
        """

    /// What is found in an exchange that is right but for what a change does to it.
    private func problems(
        as subject: Exchange.Subject = .documented,
        _ change: (inout ProviderRequest, inout ProviderResponse) -> Void = { _, _ in }
    ) throws -> (problems: [String], seen: Set<String>) {
        let (mark, key, seal) = (
            try #require(HTTPField.Name("X-Mark")), try #require(HTTPField.Name("X-Key")),
            try #require(HTTPField.Name("X-Seal"))
        )
        var request = ProviderRequest(
            method: .post,
            url: "https://test.example/v1/things/7?limit=9",
            headers: [.contentType: "application/json", .accept: "*/*", mark: "a", key: "k"],
            body: Array(#"{"a":1}"#.utf8)
        )
        var response = ProviderResponse(
            status: 200,
            headers: [.contentType: "Application/JSON; charset=utf-8", seal: "s"],
            body: Array(#"{"b":"c"}"#.utf8)
        )
        change(&request, &response)
        var check = ContractCheck(try ContractFile("test.yaml", yaml: Self.yaml))
        try check.check(Exchange(file: "test.yaml", request: request, response: response, subject: subject))
        return (check.problems, check.seenAnswers)
    }

    @Test("finds nothing in a right exchange, and counts its answer")
    func right() throws {
        let (problems, seen) = try problems()
        #expect(problems == [])
        #expect(seen == ["makeThing 200"])
    }

    @Test("names file, operation and place of what is wrong with an answer")
    func answers() throws {
        let changes: [(String, (inout ProviderResponse) -> Void)] = [
            ("makeThing 201: the status is not documented", { $0.status = 201 }),
            ("makeThing 204 has a body, and none is documented", { $0.status = 204 }),
            ("makeThing 200 the content type text/html is not documented", { $0.headers[.contentType] = "text/html" }),
            ("makeThing 200 the content type no content type is not documented", { $0.headers[.contentType] = nil }),
            ("makeThing 200 header X-Seal: is missing", { $0.headers = [.contentType: "application/json"] }),
            ("makeThing 200 $.b: must be of type \"string\", is 1", { $0.body = Array(#"{"b":1}"#.utf8) }),
            ("makeThing 200 $.c: is not documented", { $0.body = Array(#"{"c":1}"#.utf8) }),
            ("makeThing 200 the body is not JSON", { $0.body = Array("no".utf8) }),
        ]
        for (problem, change) in changes {
            let found = try problems { _, response in change(&response) }.problems
            #expect(found == ["test.yaml " + problem])
        }
    }

    @Test("names file, operation and place of what is wrong with a request")
    func requests() throws {
        let changes: [(String, (inout ProviderRequest) -> Void)] = [
            ("path id: must be of type \"integer\", is \"x\"", { $0.url = $0.url.replacing("7", with: "x") }),
            ("query limit: is missing", { $0.url = $0.url.replacing("?limit=9", with: "") }),
            ("query limit: must be at most 9, is 10", { $0.url = $0.url.replacing("9", with: "10") }),
            ("the query's page is not documented", { $0.url += "&page=1" }),
            ("header X-Mark: is missing", { $0.headers.removeAll { $0.name.canonicalName == "x-mark" } }),
            ("has no credentials", { $0.headers.removeAll { $0.name.canonicalName == "x-key" } }),
            ("the header content-language is not documented", { $0.headers[.contentLanguage] = "bn" }),
            ("the content type no content type is not documented", { $0.headers[.contentType] = nil }),
            ("$.a: is missing", { $0.body = Array("{}".utf8) }), ("the body is not JSON", { $0.body = [] }),
        ]
        for (problem, change) in changes {
            let found = try problems { request, _ in change(&request) }.problems
            #expect(found == ["test.yaml makeThing request " + problem])
            // On purpose it may be wrong.
            #expect(try problems(as: .wrong(operation: "makeThing")) { request, _ in change(&request) }.problems == [])
        }
    }

    @Test("knows no other method, path, server or webhook")
    func strangers() throws {
        let changes: [(inout ProviderRequest) -> Void] = [
            { $0.method = .put }, { $0.url = "https://test.example/v1/things" },
            { $0.url = "https://test.example/v1/things/7/8" }, { $0.url = "https://other.example/v1/things/7" },
            { $0.url = "https://test.example/v1/things/" },
        ]
        for change in changes {
            let found = try problems { request, _ in change(&request) }.problems
            #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix("is not documented") })
        }
        #expect(try problems(as: .webhook(named: "unmade")).problems.count == 1)
        #expect(try problems(as: .wrong(operation: "unmakeThing")).problems.count == 1)
    }

    @Test("holds a webhook against its own operation")
    func webhook() throws {
        let found = try problems(as: .webhook(named: "made"))
        #expect(found.problems.contains("test.yaml thingMade request has a body, and none is documented"))
        #expect(found.seen == ["thingMade 200"])
    }

    @Test(
        "is refused a file with anything that nothing reads",
        arguments: [
            ("description: Made.", "descriptoin: Made."), ("operationId: thingMade", "operationId: makeThing"),
            ("operationId: thingMade", "summary: None"), ("/things/{id}", "/things/{name}"), ("3.1.0", "3.0.3"),
            ("{ name: id, in: path, required: true,", "{ name: id, in: path,"), ("[{ key: [] }]", "[{ other: [] }]"),
            ("\"204\"", "\"2xx\""), ("responses: { \"200\": { description: Heard. } }", "responses: {}"),
        ]
    )
    func unreadable(text: String, other: String) throws {
        #expect(Self.yaml.contains(text))
        #expect(throws: (any Error).self) {
            try ContractFile("test.yaml", yaml: Self.yaml.replacing(text, with: other))
        }
    }
}
