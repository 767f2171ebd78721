public import Hummingbird
public import NIOCore

/// What a handler knows about a request: the router's values and the connection, which a fault may close.
public struct SimulationContext: RequestContext {
    /// The router's values.
    public var coreContext: CoreRequestContextStorage
    /// The connection that the request came on.
    public let channel: any Channel

    /// Made by the server for every request.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The largest request body that is read, in bytes.
    public var maxUploadSize: Int { 64 * 1024 }
}
