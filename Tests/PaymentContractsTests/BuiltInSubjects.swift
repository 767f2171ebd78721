import BuiltInContracts
import PaymentContracts

/// Our own adapters, as subjects.
enum BuiltInSubjects {
    static let all: [any AdapterSubject] = {
        let subjects: [(any AdapterSubject)?] = [
            try? SMSPaySubject(), try? Pay2LocalSubject(), try? Pay2LocalSubject.signingFields(),
        ]
        return subjects.compactMap { $0 }
    }()
}
