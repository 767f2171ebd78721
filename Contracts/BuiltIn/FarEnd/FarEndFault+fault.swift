import PaymentContracts
import ProviderSimulation

extension FarEndFault {
    /// What the simulators call it.
    var fault: Fault {
        switch self {
        // The connection ends at once; one that hangs would end the same way, later.
        case .silence: .reset
        case .rateLimit: .rateLimit
        case .serverError: .serverError
        case .duplicate: .duplicate
        case .reorder: .reorder
        case .contradict: .contradict
        case .wrongSignature: .wrongSignature
        case .wrongAmount: .wrongAmount
        }
    }
}
