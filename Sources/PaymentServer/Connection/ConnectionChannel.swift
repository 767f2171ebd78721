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
            let readAhead = ReadAhead()
            // Whoever does not read his answers is not asked for more requests.
            try pipeline.addHandlers([readAhead, BackPressureHandler(), LastCall()])
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: true,
                withErrorHandling: false,  // RequestHandler answers what is no HTTP.
                withOutboundHeaderValidation: false  // No header of an answer comes from outside.
            )
            try pipeline.addHandler(RequestDeadline(limit: patience))
            try pipeline.addHandler(RequestHandler(responder, clock, readAhead, on: channel.eventLoop))
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
