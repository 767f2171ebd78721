import Foundation
import NIOCore

/// An address that cannot be listened on, and why.
struct ListeningFailure: CustomStringConvertible {
    let host: String
    let port: Int
    let cause: any Error

    /// Whether an error came from the attempt to listen.
    static func isOne(_ error: any Error) -> Bool {
        error is IOError || error is SocketAddressError
    }

    var description: String {
        let address = "\(host):\(port)"
        switch (cause as? IOError)?.errnoCode {
        case EADDRINUSE: return "\(address) is taken by another program"
        case EACCES: return "\(address) may not be listened on by this user"
        default: return "\(address) cannot be listened on"
        }
    }
}
