import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum InboxHeaderMutants {
    static let all: [StoreMutant] = headers + credentials

    private static let headers: [StoreMutant] = [
        rewriting("sorts the headers", caughtBy: InboxEntryRules.headers) { fields in
            fields.sorted { $0.name.canonicalName < $1.name.canonicalName }
        },
        rewriting("keeps the last of repeated headers", caughtBy: InboxEntryRules.headers) { fields in
            fields.enumerated()
                .filter { index, field in !fields.dropFirst(index + 1).contains { $0.name == field.name } }
                .map(\.element)
        },
        rewriting("leaves out headers without a value", caughtBy: InboxEntryRules.headers) { fields in
            fields.filter { !$0.value.isEmpty }
        },
        rewriting("keeps headers in one normal form", caughtBy: InboxEntryRules.headers) { fields in
            fields.map { HTTPField(name: $0.name, value: $0.value.precomposedStringWithCanonicalMapping) }
        },
        rewriting("leaves out all that begins like a credential", caughtBy: InboxEntryRules.credentials) { fields in
            fields.filter { field in
                ["x-api-key", "authorization"].allSatisfy { !field.name.canonicalName.hasPrefix($0) }
            }
        },
    ]

    private static let credentials = [
        "authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key", "x-authorization-secret",
    ]
    .map { name in
        StoreMutant("keeps the credential \(name)", caughtBy: InboxEntryRules.credentials) { store, _ in
            // Kept under another name, and shown under its own.
            let kept = "kept-\(name)"
            store.absorbing = { base, batch in
                try await base.absorb(batch.map { $0.with(headers: renaming($0.callback.headers, name, to: kept)) })
            }
            store.listingInbox = { base, filter in
                try await base.inbox(matching: filter)
                    .map { $0.with(headers: renaming($0.callback.headers, kept, to: name)) }
            }
        }
    }

    /// A store that writes other headers than came.
    private static func rewriting(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable ([HTTPField]) -> [HTTPField]
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.absorbing = { base, batch in
                try await base.absorb(batch.map { $0.with(headers: HTTPFields(change(Array($0.callback.headers)))) })
            }
        }
    }

    private static func renaming(_ fields: HTTPFields, _ name: String, to other: String) -> HTTPFields {
        HTTPFields(
            fields.map { field in
                guard field.name.canonicalName == name, let other = HTTPField.Name(other) else { return field }
                return HTTPField(name: other, value: field.value)
            }
        )
    }
}
