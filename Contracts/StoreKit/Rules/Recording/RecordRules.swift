import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Recording a payment is one step: the key, the payment, its provider reference and its announcement.
enum RecordRules {
    static let all: [StoreRule] = [announced, refusedLeavesKey, otherEnvironment, references, referencesAtOnce]

    static let announced = StoreRule(
        "record.announced",
        "The merchant is told of a payment from its first moment on, so what tells it is written with the payment."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.recorded(try Sample.payment())
            let notifications = try await store.deliverAll()
            try requireEqual(notifications, [payment.announcement], sent: "deliveries after recording a payment")
        }
    }

    static let refusedLeavesKey = StoreRule(
        "record.refused.leaves-key",
        "A key that is claimed without its payment could never be used again."
    ) { subject in
        try await subject.withStore { store in
            let first = try await store.recorded(try Sample.payment("A"))
            let second = try Sample.payment("B")
            let clash = Payment(
                id: first.id,
                environment: .sandbox,
                request: second.request,
                account: first.account,
                adapter: "sample",
                at: Sample.now,
                leasedUntil: Sample.now
            )
            try await requireRefusal([.rejected], sent: "a payment of an id that is taken") {
                _ = try await store.record(clash)
            }
            let stored = try await store.recorded(second)
            try requireEqual(stored.id, second.id, sent: "the key of a payment that was refused")
            try requireEqual(stored.providerReference, "B", sent: "the reference of a payment that was refused")
            try requireEqual(try await store.deliverAll().count, 2, sent: "deliveries after two payments")
        }
    }

    static let otherEnvironment = StoreRule(
        "record.other-environment",
        "A payment of the other environment is a defect of whoever asks: recorded, it would move real money for play."
    ) { subject in
        try await subject.withEmptyData { data in
            for environment in PaymentEnvironment.allCases {
                let payment = try Sample.payment(environment: environment)
                for opening in PaymentEnvironment.allCases where opening != environment {
                    try await data.withStore(opening) { store in
                        try await requireRefusal([.rejected], sent: "a payment of \(environment), in \(opening)") {
                            _ = try await store.record(payment)
                        }
                    }
                }
                for opening in PaymentEnvironment.allCases {
                    try await data.withStore(opening) { store in
                        try requireEqual(try await store.pages(), [], sent: "a list of \(opening) after a refusal")
                        try requireEqual(try await store.outbox(), [], sent: "the outbox of \(opening) after a refusal")
                    }
                }
            }
        }
    }

    static let references = StoreRule(
        "record.provider-reference.unique",
        "A callback that names a reference must mean one payment, so the second of a reference gets a number behind it."
    ) { subject in
        try await subject.withStore { store in
            let asked = ["A", "A", "A-2", "A", "A-4", "A", "a", "A-2"]
            var given: [String] = []
            for (index, reference) in asked.enumerated() {
                given.append(try await store.recorded(try Sample.payment(reference, key: "\(index)")).providerReference)
            }
            let due = ["A", "A-2", "A-2-2", "A-3", "A-4", "A-5", "a", "A-2-3"]
            try requireEqual(given, due, sent: "payments of \(asked)")
            let withdrawal = try await store.recorded(try Sample.payment("A", kind: .withdrawal))
            try requireEqual(withdrawal.providerReference, "A", sent: "a withdrawal of a reference of deposits")
        }
    }

    static let referencesAtOnce = StoreRule(
        "record.provider-reference.at-once",
        "Two instances that record payments of one reference at once must not give it to both."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let given = try await concurrently(20) { index in
                try await stores[index % 2].recorded(try Sample.payment("A", key: "\(index)")).providerReference
            }
            let due = Set(["A"] + (2...20).map { "A-\($0)" })
            try requireEqual(Set(given), due, sent: "20 payments of the reference A at once")
        }
    }
}
