import BuiltInContracts
import Foundation
import PaymentContracts
import PaymentIntents
import Testing

/// The simulators as the rules meet them, without an adapter's opinion of them.
@Suite("Far ends")
struct FarEndTests {
    @Test("silence leaves a payment behind, rate limits and errors leave none", arguments: BuiltInSubjects.all)
    func silence(_ subject: any AdapterSubject) async throws {
        try await subject.withFarEnd(try AdapterSetup()) { farEnd in
            let request = try Self.creation(subject, at: farEnd.baseURL)
            try await farEnd.arm(.rateLimit)
            #expect(try await farEnd.answer(request).status == 429)
            try await farEnd.arm(.serverError)
            #expect(try await farEnd.answer(request).status == 500)
            #expect(try await farEnd.paymentCount() == 0)
            try await farEnd.arm(.silence)
            await #expect(throws: FarEndSilence.self) { try await farEnd.answer(request) }
            #expect(try await farEnd.paymentCount() == 1)
            #expect(try await farEnd.answer(request).isSuccessful)
        }
    }

    @Test("the environment is the account's")
    func live() async throws {
        let setup = try AdapterSetup().with { $0.environment = .live }
        let subject = try SMSPaySubject()
        try await subject.withFarEnd(setup) { farEnd in
            // A live adapter calls https only, so its request is led to the far end by hand.
            var request = try Self.creation(subject, at: setup.baseURL, setup)
            request.url = farEnd.baseURL + request.url.dropFirst(setup.baseURL.count)
            let answer = try MessageJSON(try await farEnd.answer(request).body)
            #expect(answer[["environment"]] == .string("LIVE"))
        }
    }

    @Test("what cannot be brought about is refused", arguments: BuiltInSubjects.all)
    func impossible(_ subject: any AdapterSubject) async throws {
        try await subject.withFarEnd(try AdapterSetup()) { farEnd in
            for claim in Claim.allCases where !farEnd.claims.contains(claim) {
                let error = await #expect(throws: (any Error).self) { try await farEnd.settle("nobody", as: claim) }
                #expect(error.map { "\($0)" } == "the simulator brings about no \(claim.rawValue)")
            }
        }
    }

    private static func creation(
        _ subject: any AdapterSubject,
        at baseURL: String,
        _ setup: AdapterSetup? = nil
    ) throws -> ProviderRequest {
        var generator = SystemRandomNumberGenerator()
        let order = PaymentOrder(
            paymentID: PaymentID(at: Date(timeIntervalSince1970: 0), using: &generator),
            kind: .deposit,
            amount: try Money(parsing: "500", currency: .bdt),
            reference: "ORDER-1"
        )
        let setup = try setup ?? AdapterSetup()
        let adapter = try subject.adapter(setup.with { $0.baseURL = baseURL })
        return try adapter.request(for: .create(order))
    }
}
