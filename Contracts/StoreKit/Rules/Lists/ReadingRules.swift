import PaymentContracts
import PaymentGateway
import PaymentIntents

/// What was answered can be read at once, everywhere; what was never recorded is not there.
enum ReadingRules {
    static let all: [StoreRule] = [unknown, everywhere]

    static let unknown = StoreRule(
        "reading.unknown",
        "An id that nobody recorded is no payment and no error: the merchant is told that there is none."
    ) { subject in
        try await subject.withStore { store in
            try requireEqual(try await store.pages(), [], sent: "a list of an empty store")
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let other = try Sample.payment("other").id
            try requireEqual(try await store.payment(other), nil, sent: "an id that is not here")
            try requireEqual(try await store.history(of: other), [], sent: "an id that is not here")
        }
    }

    static let everywhere = StoreRule(
        "reading.everywhere",
        "The callback comes to one instance and the merchant asks another: it must not read what was before.",
        needs: .sharing
    ) { subject in
        try await subject.withOpenings { _, stores in
            let payment = try await stores[0].created(try Sample.payment(), as: "p-1")
            for (index, claim) in [Claim.expired, .review, .succeeded].enumerated() {
                let writer = stores[index % 2]
                let reader = stores[(index + 1) % 2]
                _ = try await writer.absorb([try Sample.callback(claim, of: "p-1")])
                let came = try await Observation(of: payment.id, in: reader)
                let due = try await Observation(of: payment.id, in: writer)
                try requireEqual(came, due, sent: "\(claim), read at the other opening")
                try requireEqual(came.history.count, index + 2, sent: "\(claim), read at the other opening")
                let listed = try await reader.pages(PaymentFilter(status: due.payment?.status)).map(\.id)
                try requireEqual(listed, [payment.id], sent: "a list at the other opening")
            }
        }
    }
}
