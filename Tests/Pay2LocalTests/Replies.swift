import Pay2Local
import PaymentIntents
import Testing

/// Reads answers with the account's adapter.
enum Replies {
    static let lookup = PaymentLookup(kind: .withdrawal, reference: "Py67ZppPBNfr", providerPaymentID: "087a8b14")

    static func read(
        _ body: [UInt8],
        status: Int = 200,
        to call: ProviderCall,
        environment: PaymentEnvironment = .sandbox
    ) throws -> ProviderReply<Pay2LocalRequest> {
        let response = ProviderResponse(status: status, body: body)
        return try Account.adapter(environment: environment).reply(in: response, to: call)
    }

    static func intent(
        _ body: [UInt8],
        to call: ProviderCall,
        environment: PaymentEnvironment = .sandbox
    ) throws -> Pay2LocalRequest {
        guard case .intent(let intent) = try read(body, to: call, environment: environment) else {
            throw Unexpected()
        }
        return intent
    }

    static func balance(_ body: [UInt8]) throws -> AccountBalance {
        guard case .balance(let balance) = try read(body, to: .balance) else { throw Unexpected() }
        return balance
    }

    static func error(_ body: [UInt8], status: Int = 200, to call: ProviderCall) throws -> ProviderError? {
        let adapter = try Account.adapter()
        let response = ProviderResponse(status: status, body: body)
        do throws(ProviderError) {
            _ = try adapter.reply(in: response, to: call)
            return nil
        } catch {
            return error
        }
    }

    struct Unexpected: Error {}
}
