import Foundation
import PaymentIntents

/// What really happened, as nobody in the engine knows it.
struct Truth {
    /// Names at the provider of payments that were ever paid there.
    var everSucceeded: Set<String> = []
    /// Names at the provider of payments of which the provider ever said two different things.
    var contradicted: Set<String> = []
    /// When something happened to a payment at its provider last.
    var changedAt: [String: Date] = [:]
    /// Names at the provider of payments of which a callback was lost.
    var lostCallbacks: Set<String> = []
    /// Names at the provider of payments whose success an authentic callback with the right amount has told an engine.
    var toldSucceeded: Set<String> = []
    /// Payments that a person has decided.
    var resolved: Set<PaymentID> = []
    /// Orders, by kind and reference, that a provider has refused for good.
    var refused: Set<String> = []
    /// Orders, by kind and reference, that a provider has taken.
    var taken: Set<String> = []
}
