import PaymentIntents
import Testing

/// One thing that a lifecycle can be told: seven claims and two resolutions.
enum Input: Hashable, Sendable {
    case claim(Claim)
    case resolution(Resolution)

    static let all: [Input] = Claim.allCases.map(Input.claim) + Resolution.allCases.map(Input.resolution)

    var set: ClaimSet {
        switch self {
        case .claim(let claim): ClaimSet(claim)
        case .resolution(let resolution): ClaimSet(resolution)
        }
    }

    var name: String {
        switch self {
        case .claim(let claim): claim.rawValue
        case .resolution(let resolution): "resolved as \(resolution.rawValue)"
        }
    }
}

extension Input: CustomTestStringConvertible {
    var testDescription: String { name }
}
