/// One operation of a file: what is sent, and every answer to it.
struct Operation: Sendable {
    let id: String

    /// `POST`.
    let method: String

    /// The path under the server, `/v1/payments/intents/{id}`, or the name of a webhook.
    let path: String
    let isWebhook: Bool

    /// The headers that carry credentials: one of these lists is sent, whole.
    let credentials: [[Credential]]
    let parameters: [Parameter]
    let body: Body?

    /// The answers, by status code.
    let answers: [String: Answer]
}

/// A header that says who asks.
struct Credential: Sendable {
    /// The header's name, in lower case.
    let header: String

    /// What its value begins with.
    let prefix: String
}

/// A value in a path, a query or a header.
struct Parameter: Sendable {
    enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let isRequired: Bool
    let schema: JSON
}

/// What a request carries.
struct Body: Sendable {
    let isRequired: Bool
    let content: [String: MediaType]
}

/// One answer.
struct Answer: Sendable {
    let headers: [Parameter]
    let content: [String: MediaType]
}

/// The bodies of one content type; without a schema any.
struct MediaType: Sendable {
    let schema: JSON?
}
