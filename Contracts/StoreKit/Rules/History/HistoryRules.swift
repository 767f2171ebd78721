import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A history tells everything that was said, in order, for ever.
enum HistoryRules {
    static let all: [StoreRule] = [noGaps, lines]

    static let noGaps = StoreRule(
        "history.no-gaps",
        "Lines are numbered from 1 without a gap, in the order of the commits, so that a missing one would be seen."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let id = try await stores[0].created(try Sample.payment(), as: "p-1").id
            _ = try await concurrently(12) { index in
                let callback = try Sample.callback(.pending, of: "p-1", transaction: "T\(index)", note: "\(index)")
                _ = try await stores[index % 2].absorb([callback, callback])
            }
            let history = try await stores[1].history(of: id)
            try requireEqual(history.map(\.sequence), Array(1...25), sent: "24 callbacks of two instances at once")
            let sequence = try await stores[1].present(id).sequence
            try requireEqual(sequence, 25, sent: "how many lines the payment says it has")
            let last = try await stores[0].absorb([try Sample.callback(.succeeded, of: "p-1")])
            try requireEqual(last.count, 1, sent: "a last callback")
            let line = try await stores[0].history(of: id).last
            try requireEqual(line?.sequence, 26, sent: "a last callback")
            try requireEqual(line?.status, .succeeded, sent: "a last callback")
        }
    }

    static let lines = StoreRule(
        "history.lines",
        "A line is evidence in a dispute: its source, claim, trust, time and particulars come back as they were written."
    ) { subject in
        let details: [[String: String]] = [
            [:], ["rawStatus": ""], ["a\0": "b\0c", "\"": "\\\\0"],
            ["\u{E9}": "e\u{301}", "emoji": "\u{1F469}\u{200D}\u{1F467}"], ["note": "\u{2028}\r\n\u{1B}[31m"],
        ]
        let claims = Claim.allCases.map { Optional($0.rawValue) } + Resolution.allCases.map(\.rawValue) + [nil]
        let trusts = CallbackTrust.allCases.map { Optional($0) } + [nil]
        try await subject.withEmptyData { data in
            let (id, lines) = try await data.withStore { store in
                let id = try await store.recorded(try Sample.payment()).id
                var lines: [HistoryEntry] = []
                for index in 0..<claims.count {
                    let line = HistoryEntry(
                        sequence: index + 1,
                        at: Sample.now.addingTimeInterval(Double(index) / 1000),
                        source: EvidenceSource.allCases[index % EvidenceSource.allCases.count],
                        claim: claims[index],
                        trust: trusts[index % trusts.count],
                        status: PaymentStatus.allCases[index % PaymentStatus.allCases.count],
                        detail: details[index % details.count]
                    )
                    _ = try await store.modify(id) { PaymentChange($0.with { $0.sequence += 1 }, entry: line) }
                    lines.append(line)
                }
                return (id, lines)
            }
            try await data.withStore { store in
                let came = try await store.history(of: id)
                for (came, line) in zip(came, lines) {
                    try requireEqual(came.detail.bytes, line.detail.bytes, sent: "particulars: \(line.detail)")
                    try requireEqual(came.milliseconds, line.milliseconds, sent: "the time of a line")
                    let untimed = { (line: HistoryEntry) in
                        var line = line
                        line.at = Sample.now
                        return line
                    }
                    try requireEqual(untimed(came), untimed(line), sent: "a line")
                }
                try requireEqual(came.count, lines.count, sent: "\(lines.count) lines")
            }
        }
    }
}

extension HistoryEntry {
    fileprivate var milliseconds: Int64 { Int64((at.timeIntervalSince1970 * 1000).rounded()) }
}

extension [String: String] {
    /// Names and texts as bytes: as strings, two normal forms are equal.
    fileprivate var bytes: [[UInt8]: [UInt8]] {
        [[UInt8]: [UInt8]](map { (Array($0.key.utf8), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first })
    }
}
