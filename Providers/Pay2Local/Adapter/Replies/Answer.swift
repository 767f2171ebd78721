import PaymentIntents
import StrictJSON

/// An answer of Pay2Local, with the code that counts.
///
/// Every answer has an integer `status` in its body beside the HTTP status code, and no page says that the two are
/// equal. So an answer is a success only when both say so, and of two errors the one in the body counts.
struct Answer {
    private let httpStatus: Int
    private let isHTTPSuccess: Bool
    private let content: Result<JSONValue, JSONError>

    init(_ response: ProviderResponse) {
        httpStatus = response.status
        isHTTPSuccess = response.isSuccessful
        content = Result { () throws(JSONError) in try JSONDocument(response.body).root }
    }

    /// Opens a successful answer.
    ///
    /// - Parameter call: The call that is answered.
    /// - Returns: What it holds, out of its `data` wrapper if it has one.
    /// - Throws: `ProviderError`.
    func object(for call: ProviderCall) throws(ProviderError) -> JSONValue {
        let object = try? content.get()
        guard isHTTPSuccess else { throw error(code(in: object) ?? httpStatus, object, call) }
        switch content {
        case .failure(let problem): throw ProviderError(.unreadable, "body: \(problem)")
        case .success(let root):
            guard root.kind == .object else { throw ProviderError(.unreadable, "body: not an object") }
            if let status = root["status"] {
                guard let code = status.integer else { throw ProviderError(.unreadable, "status: not a number") }
                guard code == 200 else { throw error(Int(clamping: code), root, call) }
            }
            guard let data = root["data"], data.kind == .object else { return root }
            return data
        }
    }

    /// The body's code, when it is one of an error.
    private func code(in object: JSONValue?) -> Int? {
        guard let code = object?["status"]?.integer, (400..<600).contains(code) else { return nil }
        return Int(code)
    }

    private func error(_ code: Int, _ object: JSONValue?, _ call: ProviderCall) -> ProviderError {
        switch code {
        case 401: return ProviderError(.credentialsRefused, "accessKey, publicKey: Pay2Local does not take them")
        case 429: return ProviderError(.rateLimited, "Pay2Local wants fewer requests")
        case 500..<600: return ProviderError(.unavailable, "Pay2Local failed inside")
        case 400, 403: break
        default: return ProviderError(.unreadable, "status: Pay2Local documents no such answer")
        }
        // Every answer of Pay2Local's has its code in the body. A proxy's no, be it JSON with a message, says nothing
        // about what Pay2Local has done, and a success under the status of an error is no refusal.
        guard let object, self.code(in: object) != nil, let message = (object["message"] ?? object["msg"])?.string
        else {
            return ProviderError(.unreadable, "body: not an error as Pay2Local documents it")
        }
        return RefusalMessage.error(message, call)
    }
}
