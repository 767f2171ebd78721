import Foundation
package import PaymentIntents

/// Evidence as the inbox keeps it until its payment appears.
///
/// The form has a version: evidence may wait across releases.
package struct EvidenceDocument: Codable {
    private static let version = 1

    private var version: Int
    private var claim: String
    private var source: String
    private var rawStatus: String
    private var kind: String?
    private var minorUnits: Int64?
    private var currency: String?
    private var unreadableAmount: String?
    private var reference: String?
    private var providerPaymentID: String?
    private var transactionID: String?
    private var statedTime: String?

    /// Takes evidence.
    ///
    /// - Parameter evidence: The evidence.
    package init(_ evidence: Evidence) {
        version = Self.version
        claim = evidence.claim.rawValue
        source = evidence.source.rawValue
        rawStatus = evidence.rawStatus
        kind = evidence.kind?.rawValue
        switch evidence.amount {
        case .money(let money): (minorUnits, currency) = (money.minorUnits, money.currency.code)
        case .unreadable(let problem): unreadableAmount = problem
        case .absent: break
        }
        reference = evidence.reference
        providerPaymentID = evidence.providerPaymentID
        transactionID = evidence.transactionID
        statedTime = evidence.statedTime
    }

    /// The text to store.
    package var text: String { JSONText.of(self) }

    /// The evidence in a stored text.
    ///
    /// - Parameter text: What ``text`` gave.
    /// - Returns: The evidence.
    /// - Throws: `StoreError` with code `incompatible`, or `DecodingError`.
    package static func evidence(in text: String) throws -> Evidence {
        let document = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        guard document.version == version else {
            throw StoreError(.incompatible, "a callback was kept by another version")
        }
        return Evidence(
            claim: try StoreError.known(Claim(rawValue: document.claim)),
            source: try StoreError.known(EvidenceSource(rawValue: document.source)),
            rawStatus: document.rawStatus,
            kind: try document.kind.map { try StoreError.known(PaymentKind(rawValue: $0)) },
            amount: try document.amount,
            reference: document.reference,
            providerPaymentID: document.providerPaymentID,
            transactionID: document.transactionID,
            statedTime: document.statedTime
        )
    }

    private var amount: StatedAmount {
        get throws {
            if let unreadableAmount { return .unreadable(unreadableAmount) }
            guard let minorUnits else { return .absent }
            let currency = try StoreError.known(currency.flatMap(Currency.init(code:)))
            return .money(try StoreError.known(Money(minorUnits: minorUnits, currency: currency)))
        }
    }
}
