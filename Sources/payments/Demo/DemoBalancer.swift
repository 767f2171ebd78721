import NIOCore
import NIOPosix

/// One address in front of several instances: passes each connection on to the next of them that takes it.
struct DemoBalancer: Sendable {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Where it listens.
    let port: Int

    /// Where the instances listen, on this machine too. The first connection goes to the first of them.
    let instances: [Int]

    /// Works until its task is cancelled.
    ///
    /// - Parameter onReady: Is called when it listens.
    /// - Throws: What keeps it from listening.
    func run(onReady: @escaping @Sendable () -> Void) async throws {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: port, childChannelInitializer: Self.connection)
        try await listener.executeThenClose { arrivals in
            onReady()
            try await withThrowingDiscardingTaskGroup { group in
                var turn = 0
                for try await arrival in arrivals {
                    let order = instances.indices.map { instances[(turn + $0) % instances.count] }
                    turn += 1
                    // Whichever side goes away takes the other one with it.
                    group.addTask { try? await Self.pass(arrival, to: order) }
                }
            }
        }
    }

    @Sendable
    private static func connection(_ channel: any Channel) -> EventLoopFuture<Connection> {
        channel.eventLoop.makeCompletedFuture { try Connection(wrappingChannelSynchronously: channel) }
    }

    private static func pass(_ client: Connection, to instances: [Int]) async throws {
        try await client.executeThenClose { fromClient, toClient in
            let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            for port in instances {
                guard
                    let server = try? await bootstrap.connect(
                        host: "127.0.0.1",
                        port: port,
                        channelInitializer: connection
                    )
                else { continue }
                return try await server.executeThenClose { fromServer, toServer in
                    try await withThrowingTaskGroup(of: Void.self) { ways in
                        ways.addTask { for try await bytes in fromClient { try await toServer.write(bytes) } }
                        ways.addTask { for try await bytes in fromServer { try await toClient.write(bytes) } }
                        try await ways.next()
                        ways.cancelAll()
                    }
                }
            }
        }
    }
}
