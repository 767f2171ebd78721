import HTTPTypes
import Hummingbird
import NIOCore
import PaymentGateway
import StrictJSON

extension Response {
    /// An answer of JSON.
    static func json(_ status: HTTPResponse.Status, _ json: [UInt8]) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }

    /// A payment.
    static func payment(_ payment: Payment, status: HTTPResponse.Status = .ok) -> Response {
        .json(status, PaymentDocument(payment).object.finished())
    }

    /// An answer of JSON.
    static func document(_ document: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        .json(status, Array(JSONText.of(document).utf8))
    }

    /// An answer that says no. Its body depends on nothing but the status.
    static func problem(
        _ status: HTTPResponse.Status,
        headers: HTTPFields = [:],
        closing: Bool = false
    ) -> Response {
        var response = Response.json(status, Array(#"{"error":"\#(status.reasonPhrase)"}"#.utf8))
        for field in headers { response.headers.append(field) }
        if closing { response.headers[.connection] = "close" }
        return response
    }
}
