import CLibPQ
import Foundation

extension Session {
    /// Waits until something is said on a channel that this connection listens to, however long that takes: keepalives find
    /// out when nobody is there any more.
    ///
    /// - Throws: `SessionError.lost`, also when the connection was interrupted.
    func waitForNotification() throws(SessionError) {
        while true {
            var wasTold = false
            while let notification = unsafe PQnotifies(connection) {
                wasTold = true
                unsafe PQfreemem(notification)
            }
            guard !wasTold else { return }
            try wait(until: .now + .seconds(3600 * 24 * 365))
        }
    }

    /// Ends the wait of another thread for this connection, which is lost by that.
    func interrupt() {
        _ = unsafe shutdown(PQsocket(connection), CInt(SHUT_RDWR))
    }
}
