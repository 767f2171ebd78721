public import Hummingbird
import NIOCore

extension Response {
    /// An answer whose body is JSON.
    ///
    /// - Parameters:
    ///   - json: the body.
    ///   - status: the status code.
    /// - Returns: the answer.
    public static func json(_ json: WireJSON, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }

    /// Sends a browser on after a form.
    ///
    /// - Parameter location: an absolute URL, or a path on this server.
    /// - Returns: a 303.
    public static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
    }
}
