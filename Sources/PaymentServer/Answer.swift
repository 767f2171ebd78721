import HTTPTypes
import NIOCore
import PaymentGateway
import StrictJSON

/// What a request is answered with: JSON, always whole.
struct Answer: Sendable {
    /// Its status.
    let status: HTTPResponse.Status

    /// Its body.
    let body: [UInt8]

    /// Header fields beside those that every answer has: constants of ours, as nothing is escaped.
    private var fields: [(name: String, value: String)] = []

    /// Whether the connection ends with it, as the rest of the request is not read.
    private(set) var closes = false

    /// An answer of JSON.
    static func json(_ status: HTTPResponse.Status, _ json: [UInt8]) -> Answer {
        Answer(status: status, body: json)
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
        _ fields: [(name: String, value: String)] = [],
        closes: Bool = false
    ) -> Answer {
        var answer = Answer(status: status, body: Array(#"{"error":"\#(status.reasonPhrase)"}"#.utf8))
        answer.fields = fields
        answer.closes = closes
        return answer
    }

    /// Writes it as HTTP/1.1 (RFC 9112, 4): one piece of memory, where NIO's encoder takes three messages and writes three.
    ///
    /// - Parameters:
    ///   - buffer: Where to.
    ///   - date: The time, as a header tells it.
    ///   - isLast: Whether the connection ends with it.
    ///   - hasBody: Whether its body follows: after `HEAD` it would be read as the head of the next answer.
    func write(to buffer: inout ByteBuffer, date: String, isLast: Bool, hasBody: Bool) {
        buffer.writeStaticString("HTTP/1.1 ")
        buffer.writeString(String(status.code))
        buffer.writeStaticString(" ")
        buffer.writeString(status.reasonPhrase)
        buffer.writeStaticString("\r\ncontent-type: application/json\r\ncontent-length: ")
        buffer.writeString(String(body.count))
        for field in fields { buffer.writeString("\r\n\(field.name): \(field.value)") }
        buffer.writeStaticString("\r\ndate: ")
        buffer.writeString(date)
        if isLast { buffer.writeStaticString("\r\nconnection: close") }
        buffer.writeStaticString("\r\n\r\n")
        if hasBody { buffer.writeBytes(body) }
    }

    /// More than the head of any answer has.
    static let headBytes = 256
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
