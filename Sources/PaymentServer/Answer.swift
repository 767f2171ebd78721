import HTTPTypes
import NIOCore
import NIOHTTP1
import PaymentGateway
import StrictJSON

/// What a request is answered with: JSON, always whole.
struct Answer: Sendable {
    let status: HTTPResponseStatus
    let headers: HTTPHeaders
    let body: ByteBuffer

    /// Whether the connection ends with it, as the rest of the request is not read.
    var closes = false

    private init(_ status: HTTPResponse.Status, _ body: ByteBuffer, _ more: [(String, String)]) {
        self.status = HTTPResponseStatus(statusCode: status.code, reasonPhrase: status.reasonPhrase)
        self.body = body
        headers = HTTPHeaders(
            [("content-type", "application/json"), ("content-length", String(body.readableBytes))] + more
        )
    }

    /// An answer of JSON.
    static func json(_ status: HTTPResponse.Status, _ json: [UInt8]) -> Answer {
        Answer(status, ByteBuffer(bytes: json), [])
    }

    /// A payment.
    static func payment(_ payment: Payment, status: HTTPResponse.Status = .ok) -> Answer {
        .json(status, PaymentDocument(payment).object.finished())
    }

    /// An answer of JSON.
    static func document(_ document: some Encodable, status: HTTPResponse.Status = .ok) -> Answer {
        .json(status, Array(JSONText.of(document).utf8))
    }

    /// An answer that says no. Its body depends on nothing but the status.
    static func problem(
        _ status: HTTPResponse.Status,
        _ headers: [(String, String)] = [],
        closes: Bool = false
    ) -> Answer {
        var answer = Answer(status, ByteBuffer(string: #"{"error":"\#(status.reasonPhrase)"}"#), headers)
        answer.closes = closes
        return answer
    }
}

extension Answer {
    static let isAlive = Answer.json(.ok, Array(#"{"status":"ok"}"#.utf8))
    static let notFound = Answer.problem(.notFound)
    static let unauthorized = Answer.problem(.unauthorized)
    static let unprocessable = Answer.problem(.unprocessableContent)

    /// Try again in five seconds.
    static let notNow = Answer.problem(.serviceUnavailable, [("retry-after", "5")])
    static let malformed = Answer.problem(.badRequest, closes: true)
    static let tooLarge = Answer.problem(.contentTooLarge, closes: true)
    static let encoded = Answer.problem(.unsupportedMediaType, closes: true)
}
