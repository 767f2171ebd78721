import AsyncHTTPClient
import HTTPTypes
import NIOCore
import PaymentGateway
import PaymentIntents
import Testing

@Suite("The transport, against servers that behave badly", .serialized, .timeLimit(.minutes(30)))
struct HTTPTransportTests {
    private func send(
        to port: Int,
        method: HTTPRequest.Method = .get,
        body: String = "",
        within timeout: Duration = .seconds(300)
    ) async throws -> Result<ProviderResponse, ProviderError> {
        var configuration = HTTPTransport.defaultConfiguration
        // Only the deadline of the request may end it.
        configuration.timeout.read = .hours(1)
        let client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        let request = ProviderRequest(
            method: method,
            url: "http://127.0.0.1:\(port)/v1/payments",
            headers: [.accept: "application/json"],
            body: Array(body.utf8)
        )
        let result: Result<ProviderResponse, ProviderError>
        do throws(ProviderError) {
            result = .success(try await HTTPTransport(client).send(request, timeout: timeout))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return result
    }

    private func code(_ result: Result<ProviderResponse, ProviderError>) -> ProviderError.Code? {
        if case .failure(let error) = result { error.code } else { nil }
    }

    @Test("A response is handed over whatever it says", arguments: [200, 404, 429, 503])
    func response(_ status: Int) async throws {
        let text = "HTTP/1.1 \(status) X\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}"
        try await RudeServer.with(.write(text)) { server async throws in
            let response = try await send(to: server.port, method: .post, body: "{}").get()
            #expect(response.status == status)
            #expect(response.headers[.retryAfter] == "7")
            #expect(response.body == Array("{}".utf8))
        }
    }

    @Test("row 28: a refused connection is certain: not one byte left")
    func refusedConnection() async throws {
        var port = 0
        try await RudeServer.with(.hangUp) { server async throws in port = server.port }
        #expect(code(try await send(to: port)) == .notConnected)
    }

    @Test(
        "row 28: after the first byte nothing is certain",
        arguments: [
            .hangUp, .write("HTTP/1.1 200 OK\r\nContent-Le"), .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"),
            .write("this is not HTTP\r\n\r\n"), .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}"),
        ] as [RudeServer.Manner]
    )
    func brokenOff(_ manner: RudeServer.Manner) async throws {
        try await RudeServer.with(manner) { server async throws in
            #expect(code(try await send(to: server.port, method: .post, body: "{}")) == .unavailable)
        }
    }

    @Test(
        "A response beyond 1 MiB is not read on",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
        ]
    )
    func oversized(_ head: String) async throws {
        let more = String(repeating: " ", count: 65_536)
        try await RudeServer.with(.pour(head, then: more)) { server async throws in
            #expect(code(try await send(to: server.port)) == .unavailable)
        }
    }

    @Test(
        "An answer that does not end is known by the status that it began with",
        arguments: [
            .write("HTTP/1.1 201 X\r\nContent-Length: 9\r\n\r\n{}"),
            .pour("HTTP/1.1 201 X\r\n\r\n", then: String(repeating: " ", count: 65_536)),
        ] as [RudeServer.Manner]
    )
    func status(_ manner: RudeServer.Manner) async throws {
        try await RudeServer.with(manner) { server async throws in
            let error = await #expect(throws: ProviderError.self) { try await send(to: server.port).get() }
            #expect(error?.httpStatus == 201)
        }
    }

    @Test("row 39: a redirect is an answer, and nobody goes there", arguments: [301, 302, 303, 307, 308])
    func redirect(_ status: Int) async throws {
        let text = "HTTP/1.1 \(status) X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
        try await RudeServer.with(.write(text)) { server async throws in
            #expect(try await send(to: server.port).get().status == status)
        }
    }

    @Test(
        "row 30: the deadline holds for the head and for the whole body",
        arguments: [
            .stall(""), .stall("HTTP/1.1 200 OK\r\n"), .stall("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
        ] as [RudeServer.Manner]
    )
    func deadline(_ manner: RudeServer.Manner) async throws {
        try await RudeServer.with(manner) { server async throws in
            #expect(code(try await send(to: server.port, within: .milliseconds(200))) == .unavailable)
        }
    }
}
