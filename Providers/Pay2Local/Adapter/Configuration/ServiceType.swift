/// How the money of an account travels, as agreed with Pay2Local.
///
/// Source: Pay2Local API, Payment Callback, `service_type`.
enum ServiceType: String, Sendable, CaseIterable {
    /// From a person to an agent.
    case personToAgent = "p2p_agent"
    /// By QR code.
    case qrCode = "p2c_qr"
    /// Through the wallet's own interface.
    case api = "p2c_api"
}
