import NIOCore
import PaymentGateway

@testable import PaymentServer

extension ConnectionChannel {
    /// A connection to an engine of its own, without a server around it.
    static func underTest(on store: any PaymentStore) throws -> ConnectionChannel {
        let gateway = try ServerUnderTest.gateway(on: store)
        let responder = ServerResponder(
            callbacks: CallbackEndpoint(gateway: gateway),
            payments: PaymentEndpoint(gateway: gateway, keys: APIKeys([])),
            gateway: gateway
        )
        return ConnectionChannel(responder: responder, clock: HTTPClock(gateway.clock), patience: .seconds(10))
    }
}
