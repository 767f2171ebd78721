import Foundation

/// A call that wants to leave an engine.
struct HeldCall: Sendable {
    /// What it is.
    enum Call: Sendable {
        /// A call of the store that is to be made.
        case store(String)
        /// A call of the store that was made, and whose result is on its way back.
        case storeResult(String)
        /// A message in the network, by its number.
        case network(Int)
        /// A wait.
        case sleep(until: Date)
    }

    let number: Int
    let engine: Int
    let call: Call
    let isAbsorbing: Bool
    let resume: CheckedContinuation<Verdict, Never>
}
