import PaymentIntents
import Testing

@Suite("Provider errors")
struct ProviderErrorTests {
    @Test(
        "say whether anything can have been accepted",
        arguments: [
            (ProviderError.Code.invalid, ProviderError.Consequence.nothingAccepted), (.unsupported, .nothingAccepted),
            (.notConnected, .nothingAccepted), (.credentialsRefused, .nothingAccepted),
            (.rateLimited, .nothingAccepted), (.refused, .refused), (.notFound, .refused), (.keyConflict, .unknown),
            (.unavailable, .unknown), (.unreadable, .unknown),
        ]
    )
    func consequence(_ code: ProviderError.Code, _ consequence: ProviderError.Consequence) {
        #expect(ProviderError(code, "no").consequence == consequence)
    }

    @Test("of a code that nobody here knows leave everything possible")
    func unknownCode() {
        #expect(ProviderError(.init(rawValue: "tea"), "no").consequence == .unknown)
    }

    @Test("print their code and their sentence")
    func description() {
        #expect(
            ProviderError(.refused, "amount: is too small", httpStatus: 422).description
                == "refused: amount: is too small"
        )
    }

    @Test("of HTTP are everything outside 200 to 299", arguments: [100, 199, 200, 204, 299, 300, 404, 500, 0, -1])
    func status(_ status: Int) {
        #expect(ProviderResponse(status: status).isSuccessful == [200, 204, 299].contains(status))
    }
}
