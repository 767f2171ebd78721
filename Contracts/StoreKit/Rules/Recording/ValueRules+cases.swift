import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

extension ValueRules {
    static let cases = StoreRule(
        "values.cases",
        "Every phase, set of claims, action and number that a payment can have is kept, not only the usual ones."
    ) { subject in
        let instructions = PaymentInstructions(
            receiver: try Sample.valid(MSISDN("01712345001"), "a number"),
            amount: try Sample.money(.max),
            reference: "a\0b"
        )
        let url = try Sample.valid(WebURL("https://pay.example/x?y=1"), "an address")
        let actions: [NextAction] = [.redirect(url), .instructions(instructions), .none]
        let methods = PaymentMethod.known + [PaymentMethod(rawValue: "no one's wallet")]
        let claims = Claim.allCases.map { ClaimSet($0) } + [[], [.resolvedAsSucceeded], ClaimSet(rawValue: 0x1FF)]
        try await subject.withStore { store in
            let id = try await store.recorded(try Sample.payment()).id
            for index in 0..<max(claims.count, CreationPhase.allCases.count) {
                let due = try await store.present(id)
                    .with { payment in
                        payment.creation = CreationPhase.allCases[index % CreationPhase.allCases.count]
                        payment.offeredAction = actions[index % actions.count]
                        payment.method = methods[index % methods.count]
                        payment.lifecycle = Lifecycle(
                            claims: claims[index],
                            hasAnnouncedSuccess: index.isMultiple(of: 2)
                        )
                        payment.fence = index == 0 ? Int(Int32.max) : index
                        payment.queriesWithoutNews = index
                        payment.adapter = "adapter \(index)"
                    }
                try await store.set(id) { $0 = due }
                try requireEqual(try await store.present(id), due, sent: "the payment \(due)")
            }
            let empty = try await store.set(id) { payment in
                payment.method = nil
                payment.nextQueryAt = nil
                payment.leasedUntil = nil
            }
            try requireEqual(try await store.present(id), empty, sent: "a payment of which most is absent")
            try requireEqual(empty.nextQueryAt ?? empty.leasedUntil, nil, sent: "no times")
        }
    }

    static let times = StoreRule(
        "values.times",
        "Times are kept to the millisecond: a lease that ends at another time than was said is taken twice."
    ) { subject in
        let milliseconds: [Int64] = [0, 1, 999, 1_777_975_200_001, 1_777_975_200_999, 4_102_444_800_123]
        try await subject.withEmptyData { data in
            let ids = try await data.withStore { store in
                var ids: [PaymentID] = []
                for number in milliseconds {
                    let time = Date(timeIntervalSince1970: Double(number) / 1000)
                    let id = try await store.recorded(try Sample.payment("\(number)", at: time)).id
                    try await store.set(id) { payment in
                        payment.expiresAt = time
                        payment.leasedUntil = time
                        payment.nextQueryAt = time
                        payment.updatedAt = time
                    }
                    ids.append(id)
                }
                return ids
            }
            try await data.withStore { store in
                for (id, number) in zip(ids, milliseconds) {
                    let payment = try await store.present(id)
                    let times = [
                        payment.recordedAt, payment.updatedAt, payment.expiresAt, payment.leasedUntil,
                        payment.nextQueryAt,
                    ]
                    let came = times.map { $0.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) } }
                    try requireEqual(came, times.map { _ in number }, sent: "a time of \(number) ms since 1970")
                }
            }
        }
    }
}

extension Payment {
    /// The payment with changes.
    func with(_ change: (inout Payment) -> Void) -> Payment {
        var payment = self
        change(&payment)
        return payment
    }
}
