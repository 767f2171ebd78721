import Pay2LocalSimulator
import ProviderSimulation
import SMSPaySimulator

/// What is unusual about a town.
struct TownPlan: Sendable {
    var smsPay: @Sendable (inout SMSPaySimulatorConfiguration) -> Void = { _ in }
    var pay2Local: @Sendable (inout Pay2LocalSimulatorConfiguration) -> Void = { _ in }

    /// How the merchant's own system answers the first notifications; after them it is 200.
    var merchantAnswers: [RecordingMerchant.Answer] = []
}
