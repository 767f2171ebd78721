import PaymentGateway
import Synchronization

extension RandomSource {
    /// The same numbers in every run: SplitMix64.
    static func seeded(_ seed: UInt64) -> RandomSource {
        let state = Counted(seed)
        return RandomSource { state.next() }
    }
}

private final class Counted: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) {
        state = Mutex(seed)
    }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
    }
}
