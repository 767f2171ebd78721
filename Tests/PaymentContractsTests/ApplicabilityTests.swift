@testable import PaymentContracts
import Testing

/// Which rules are left out is pinned here, so that none is left out by accident.
@Suite("What does not apply")
struct ApplicabilityTests {
    /// What rules may need, and which of our providers do not have it. Whoever lays down a new need adds it here.
    static let missing: [String: Set<String>] = [
        "deposits": [],
        "withdrawals": ["smspay"],
        "deposits and withdrawals": ["smspay"],
        "query": [],
        "list": ["pay2local"],
        "balance": ["smspay"],
        "fractions": ["smspay"],
        "whole amounts only": ["pay2local"],
        "idempotent creation": ["pay2local"],
        "creation that is not idempotent": ["smspay"],
        "a signature over the whole body": [],
        "environment in callbacks": ["pay2local"],
        "environment in answers": ["pay2local"],
        "expiry": ["pay2local"],
        "rejections in callbacks": [],
        "time in callbacks": [],
        "named methods": ["smspay"],
        "operations that are not offered": [],
        "a direction that is not carried": ["pay2local"],
        "phone numbers in answers": [],
        "environment in credentials": ["pay2local"],
        "vectors": ["smspay", "pay2local"],
    ]

    @Test("a rule is left out exactly when its provider lacks what it needs", arguments: AdapterContract.rules)
    func leftOut(_ rule: AdapterRule) throws {
        guard let requirement = rule.requirement else { return }
        let missing = try #require(Self.missing[requirement.name])
        for subject in BuiltInSubjects.all {
            #expect(requirement.isMet(by: subject) != missing.contains(subject.name))
        }
    }

    @Test("of these families, exactly these do not apply")
    func names() {
        #expect(
            Self.left(out: "smspay") == [
                "capabilities.balance", "capabilities.methods", "capabilities.missing-method",
            ]
        )
        #expect(
            Self.left(out: "pay2local") == [
                "lifecycle.late-success", "lifecycle.expiry-by-query",
                "idempotency.sent-twice", "idempotency.key-conflict", "idempotency.after-silence",
                "idempotency.found-in-list", "secrets.environments-apart", "capabilities.list",
                "capabilities.missing-kind",
            ]
        )
    }

    private static func left(out name: String) -> [String] {
        let families = ["lifecycle.", "idempotency.", "secrets.", "capabilities."]
        return AdapterContract.rules
            .filter { rule in
                guard let requirement = rule.requirement, families.contains(where: rule.id.hasPrefix) else {
                    return false
                }
                return !BuiltInSubjects.all.contains { $0.name == name && requirement.isMet(by: $0) }
            }
            .map(\.id)
    }
}
