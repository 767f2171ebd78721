import PaymentGateway
import PaymentIntents
import StrictJSON

/// How one scenario ended, beside how it should have ended.
struct DemoResult: Sendable {
    let scenario: String
    let expected: String
    let ok: Bool
    let told: [String]
    let problem: String?
    let payment: PaymentDocument?
    private let status: String
    private let place: [String]

    /// How a scenario ended. The payment is `nil` when none was created.
    init(_ scenario: DemoScenario, _ payment: Payment?, told: [String], problem: String?) {
        self.scenario = scenario.title
        expected = scenario.expected.rawValue
        self.told = told
        self.problem = problem
        self.payment = payment.map(PaymentDocument.init)
        status = (payment?.status.rawValue ?? "-") + (payment?.lifecycle.isLate == true ? " (late)" : "")
        place = [
            payment.map { DemoNarrator.providerName($0.adapter) } ?? "-",
            payment?.kind.rawValue ?? scenario.kind.rawValue,
        ]
        let announcedOnce = told.filter { $0 == "succeeded" }.count <= 1
        ok = payment?.status == scenario.expected && problem == nil && announcedOnce
    }

    /// Whether the payment ended as it should, and the merchant was told of a success at most once.
    var isRight: Bool { ok }

    /// The result as one JSON object.
    var object: JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("scenario", scenario)
        object.write("expected", expected)
        object.write("ok", ok)
        object.write("told", list: told)
        object.write("problem", orNull: problem)
        object.write("payment", payment?.object)
        return object
    }

    static let header = ["", "provider", "kind", "what happened", "status", "the merchant was told"]

    var row: [String] {
        let outcome = problem ?? (ok ? nil : "should be \(expected)")
        return [ok ? "✓" : "✗"] + place
            + [scenario, status + (outcome.map { ": \($0)" } ?? ""), told.joined(separator: " → ")]
    }
}
