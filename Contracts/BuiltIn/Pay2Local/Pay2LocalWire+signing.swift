import HTTPTypes
import PaymentContracts
import PaymentIntents

/// How Pay2Local signs, as far as anybody knows.
extension Pay2LocalWire {
    static func signing(_ signature: Signature) -> CallbackSigning {
        switch signature {
        case .rawBodyAndFields: rawBodyAndFields
        case .fields: fields
        }
    }

    private static var rawBodyAndFields: CallbackSigning {
        CallbackSigning(
            headers: ["x-signature"].compactMap { HTTPField.Name($0) },
            coversWholeBody: true,
            unsignedHeaders: ["x-request-id"].compactMap { HTTPField.Name($0) },
            bodySignature: ["signature"],
            seal: sealed
        ) { body, key in
            try sealed(try signedBody(body, key), key)
        }
    }

    /// The header is there as ever, and nobody looks at it.
    private static var fields: CallbackSigning {
        CallbackSigning(
            headers: [],
            coversWholeBody: false,
            unsignedHeaders: ["x-signature", "x-request-id"].compactMap { HTTPField.Name($0) },
            bodySignature: ["signature"],
            seal: sealed
        ) { body, key in
            try sealed(try signedBody(body, key), key)
        }
    }

    private static func sealed(_ body: [UInt8], _ key: String) throws -> Callback {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("x-signature") {
            headers[name] = try HMACSHA256.hexadecimal(of: body, key: key)
        }
        return Callback(headers: headers, body: body)
    }

    /// The body with its own signature over the listed fields that are there. A body that is no JSON object gets none.
    private static func signedBody(_ body: [UInt8], _ key: String) throws -> [UInt8] {
        guard let message = try? MessageJSON(body) else { return body }
        let values = signedFields.compactMap { name -> String? in
            switch message[[name]] {
            case .string(let text), .number(let text): text
            default: nil
            }
        }
        let signature = try HMACSHA256.hexadecimal(of: Array(values.joined(separator: "|").utf8), key: key)
        return message.setting(["signature"], to: .string(signature)).bytes
    }
}
