import BuiltInContracts
import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Testing

/// SMS Pay as it would be if creations were signed, and a wrong signature were answered with 401. Neither of our
/// providers signs what it is sent.
enum SignedRequests {
    /// The subject, with an adapter that signs.
    ///
    /// - Parameter mutate: Makes it wrong.
    /// - Returns: The subject.
    /// - Throws: When SMS Pay's subject cannot be made.
    static func subject(
        _ mutate: @escaping @Sendable (inout MutatedAdapter<SMSPayAdapter>) -> Void = { _ in }
    ) throws -> any AdapterSubject {
        let name = try #require(HTTPField.Name("X-Sign"))
        let base = try SMSPaySubject()
        let unauthorized = try #require(base.wire.errors.first { $0.code == .credentialsRefused })
        var subject = Mutant.mutated(base) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
            adapter.rewriteRequests { request, call in
                if call.operation == .create { request.headers[name] = signature(of: request) }
            }
            mutate(&adapter)
        }
        subject.reaching = { farEnd in
            VerifyingFarEnd(base: farEnd, refusal: unauthorized.response) { $0.headers[name] == signature(of: $0) }
        }
        return subject
    }

    private static func signature(of request: ProviderRequest) -> String? {
        try? HMACSHA256.hexadecimal(of: request.body, key: "request-key-5d0a91e4b7")
    }
}

/// A far end that looks at the signature of a creation before it looks at anything else.
private struct VerifyingFarEnd: WrappedFarEnd {
    let base: any FarEnd
    let refusal: ProviderResponse
    let isSigned: @Sendable (ProviderRequest) -> Bool

    func answer(_ request: ProviderRequest) async throws -> ProviderResponse {
        guard request.method != .post || isSigned(request) else { return refusal }
        return try await base.answer(request)
    }
}

@Suite("An adapter that signs its requests as it should")
struct SignedRequestsTests {
    @Test("keeps each rule about one payment for one", arguments: IdempotencyRules.all)
    func keeps(_ rule: AdapterRule) async throws {
        #expect(await rule.violation(by: try SignedRequests.subject()) == nil)
    }
}
