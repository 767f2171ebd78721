/// The ways in which a payment is carried out.
public enum SimulatedServiceType: String, Sendable, Hashable, CaseIterable {
    /// Person to agent.
    case agent = "p2p_agent"
    /// A QR code.
    case code = "p2c_qr"
    /// The wallet's own interface.
    case interface = "p2c_api"
}
