import PaymentIntents
import SMSPay
import Testing

@Suite("Answers: errors")
struct ErrorReplyTests {
    private func error(
        _ status: Int,
        to call: ProviderCall,
        message: String = #""...""#
    ) throws -> ProviderError {
        let body = #"{ "statusCode": \#(status), "message": \#(message), "error": "canary" }"#
        return try TestAccount.sandbox.adapter().error(in: Array(body.utf8), status: status, to: call)
    }

    @Test("The error of the documents")
    func seed() throws {
        let body = try Fixture("error").bytes
        let error = try TestAccount.sandbox.adapter()
            .error(in: body, status: 400, to: .create(try Orders.order()))
        #expect(error.code == .refused)
        #expect(error.httpStatus == 400)
    }

    @Test(
        "Rows 25 and 26: every documented status says of a creation whether it may have been accepted",
        arguments: [
            (400, ProviderError.Code.refused, ProviderError.Consequence.refused),
            (401, .credentialsRefused, .nothingAccepted),
            (403, .credentialsRefused, .nothingAccepted),
            (404, .refused, .refused),
            (409, .keyConflict, .unknown),
            (422, .refused, .refused),
            (429, .rateLimited, .nothingAccepted),
            (500, .unavailable, .unknown),
            (503, .unavailable, .unknown),
        ]
    )
    func creation(_ status: Int, _ code: ProviderError.Code, _ consequence: ProviderError.Consequence) throws {
        let error = try error(status, to: .create(try Orders.order()))
        #expect(error.code == code)
        #expect(error.consequence == consequence)
        #expect(error.httpStatus == status)
        #expect(error.retryAfter == nil)
    }

    @Test(
        "Every documented status of a question",
        arguments: [
            (400, ProviderError.Code.refused), (401, .credentialsRefused), (404, .notFound), (409, .refused),
            (422, .refused), (429, .rateLimited), (500, .unavailable),
        ]
    )
    func query(_ status: Int, _ code: ProviderError.Code) throws {
        #expect(try error(status, to: Orders.query()).code == code)
    }

    @Test(
        "A status that is not documented leaves everything unknown",
        arguments: [0, 100, 301, 302, 402, 405, 418, 600]
    )
    func undocumented(_ status: Int) throws {
        let error = try error(status, to: .create(try Orders.order()))
        #expect(error.code == .unreadable)
        #expect(error.consequence == .unknown)
    }

    @Test(
        "A definite no that is not in SMS Pay's form comes from somebody else, and leaves everything unknown",
        arguments: [400, 403, 404, 409, 422],
        [
            "", "<html>nginx</html>", "{}", "[400]", #"{"message":"no"}"#, #"{"statusCode":200,"message":"no"}"#,
            #"{"statusCode":"400"}"#, #"{"statusCode":400,"statusCode":422}"#, #"{"statusCode":4"#,
        ]
    )
    func somebodyElse(_ status: Int, _ body: String) throws {
        let error = try TestAccount.sandbox.adapter()
            .error(in: Array(body.utf8), status: status, to: .create(try Orders.order()))
        #expect(error.code == .unreadable)
        #expect(error.consequence == .unknown)
    }

    @Test(
        "401, 429 and 5xx mean the same whatever the body is",
        arguments: [
            (401, ProviderError.Code.credentialsRefused), (429, .rateLimited), (502, .unavailable),
        ]
    )
    func anyBody(_ status: Int, _ code: ProviderError.Code) throws {
        for body in ["", "<html>canary</html>", "{"] {
            let error = try TestAccount.sandbox.adapter()
                .error(in: Array(body.utf8), status: status, to: .create(try Orders.order()))
            #expect(error.code == code)
        }
    }

    @Test(
        "Our fields that a message names are named, whether it is a string or a list; nothing else is repeated",
        arguments: [
            (#""customerReference must be 16 characters or shorter, canary""#, "customerReference"),
            (#"["amount must be an integer","canary","ttlSeconds must not be less than 60"]"#, "amount, ttlSeconds"),
            (#""canary""#, ""), (#""amountless canary""#, ""), ("null", ""), ("7", ""), ("[1,null,{}]", ""), ("{}", ""),
        ]
    )
    func message(_ message: String, _ fields: String) throws {
        let error = try error(400, to: .create(try Orders.order()), message: message)
        #expect(error.code == .refused)
        #expect(error.message.contains("named") == !fields.isEmpty)
        #expect(error.message.hasSuffix(fields))
        #expect(!"\(error)".contains("canary"))
    }
}
