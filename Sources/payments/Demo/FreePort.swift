import NIOCore
import NIOPosix

/// Finds a port that nobody listens on.
enum FreePort {
    /// Binds to a port that the system picks, and lets it go again.
    static func find() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let port = channel.localAddress?.port
        try await channel.close().get()
        guard let port else { throw DemoFailure("the system gave no port") }
        return port
    }
}
