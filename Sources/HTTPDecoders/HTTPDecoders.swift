import NIOCore
import NIOHTTP1

/// NIO's decoders of HTTP/1.1, made once before several event loops make them.
///
/// The first two connections of a process may need them at the same moment, each on its thread, and Swift's runtime
/// (6.3.1) can crash when two threads make the metadata of this generic class of a generic class at once: in a debug
/// build of a program that does nothing else, in one start of two hundred. Once the metadata is there, it is only read.
///
/// Whatever serves or calls over HTTP asks for them first. They are a module of their own since the engine and the
/// simulators have no other in common, and two of these could meet as two connections can.
package enum HTTPDecoders {
    /// Made by whoever asks first; everybody else waits for that.
    package static let areMade: Bool = {
        withExtendedLifetime(ByteToMessageHandler(HTTPRequestDecoder())) {}
        withExtendedLifetime(ByteToMessageHandler(HTTPResponseDecoder())) {}
        return true
    }()
}
