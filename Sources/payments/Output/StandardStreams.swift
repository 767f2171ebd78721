import Foundation
import PaymentGateway

/// The streams that every program gets, as they are outside of it.
enum StandardStreams {
    /// Keeps the number of a stream that was closed from the next file that is opened: what is printed would be written
    /// there. To print then fails, as it should.
    static func reserve() {
        for number in 0...2 where fcntl(Int32(number), F_GETFD) == -1 { _ = open("/dev/null", O_RDONLY) }
    }

    /// Writes what was printed.
    ///
    /// - Throws: ``CommandFailure`` when it could not be: whoever reads it does not know what was done.
    static func flush() throws(CommandFailure) {
        guard fflush(nil) == 0 else {
            throw CommandFailure(GatewayError(.outcomeUnknown, "it is done, and could not be printed"))
        }
    }
}
