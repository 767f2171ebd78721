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
            let request = try Self.creation(subject, farEnd)
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

    private static func creation(_ subject: any AdapterSubject, _ farEnd: any FarEnd) throws -> ProviderRequest {
        var generator = SystemRandomNumberGenerator()
        let order = PaymentOrder(
            paymentID: PaymentID(at: Date(timeIntervalSince1970: 0), using: &generator),
            kind: .deposit,
            amount: try Money(parsing: "500", currency: .bdt),
            reference: "ORDER-1"
        )
        let adapter = try subject.adapter(try AdapterSetup().with { $0.baseURL = farEnd.baseURL })
        return try adapter.request(for: .create(order))
    }
}
