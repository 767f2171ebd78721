import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// One connection of HTTP/1.1. All of it happens on its event loop.
struct ConnectionChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let responder: ServerResponder
    let clock: HTTPClock
    let patience: TimeAmount

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            // Whoever does not read his answers is not asked for more requests.
            try pipeline.addHandler(BackPressureHandler())
            try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
            try pipeline.addHandler(RequestHandler(responder, clock, patience: patience, on: channel))
            return Value(channel: channel)
        }
    }

    /// Waits until the connection is closed: its handlers serve it.
    func handle(value: Value, logger: Logger) async {
        await withTaskCancellationHandler {
            try? await value.channel.closeFuture.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
    }
}
