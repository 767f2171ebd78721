/// A callback whose signatures hold.
///
/// Only ``ProviderAdapter/receive(_:)`` makes one, so what has not been verified cannot become evidence.
public struct VerifiedCallback<Content: Sendable>: Sendable {
    /// The request.
    public let callback: Callback

    /// What the adapter had to read to find the signatures, so that it is not read twice.
    public let content: Content

    init(_ callback: Callback, content: Content) {
        self.callback = callback
        self.content = content
    }
}
