/// A callback whose signatures hold.
///
/// Only ``ProviderAdapter/receive(_:)`` makes one: there is no public initialiser, so a module outside that tries to
/// make its own does not compile. What has not been verified cannot reach ``ProviderAdapter/event(in:)``.
public struct VerifiedCallback<Content: Sendable>: Sendable {
    /// The request.
    public let callback: Callback

    /// What the adapter had to read to find the signatures, so that it is not read twice.
    public let content: Content

    @inlinable
    init(_ callback: Callback, content: Content) {
        self.callback = callback
        self.content = content
    }
}

extension VerifiedCallback: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The description of the request; nothing of the content.
    public var description: String { "verified, \(callback)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
