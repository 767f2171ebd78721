import BuiltInContracts
import Foundation
@testable import PaymentContracts
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

    @Test("one that never opens lets no rule pass that talks to it", arguments: BuiltInSubjects.all)
    func closed(_ subject: any AdapterSubject) async throws {
        let visits = Memory(0)
        var closed = MutatedSubject(base: subject)
        closed.reaching = { _ in
            visits.change { $0 += 1 }
            return nil
        }
        var talking = 0
        for rule in AdapterContract.rules {
            let before = visits.change { $0 }
            let violation = await rule.violation(by: closed)
            guard visits.change({ $0 }) > before else { continue }
            talking += 1
            #expect(violation?.came == "work that was not done, and no error", "\(rule)")
        }
        #expect(talking > 15)
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
