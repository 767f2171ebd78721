import Foundation
import PaymentIntents

/// The parts of the article about the lifecycle that are generated, and the file they stand in.
///
/// Everything is found by asking ``Lifecycle`` about all sets; nothing is known here beforehand.
enum LifecycleArticle {
    /// What is asked about one set.
    private struct Entry {
        let inputs: Set<Int>
        let status: PaymentStatus
        let isLate: Bool
    }

    /// All sets, each at the number whose bits are its inputs.
    private static let entries: [Entry] = (0..<(1 << Input.all.count))
        .map { mask in
            let inputs = Input.all.indices.filter { mask >> $0 & 1 == 1 }
            let claims = inputs.reduce(into: ClaimSet()) { $0.formUnion(Input.all[$1].set) }
            return Entry(inputs: Set(inputs), status: Lifecycle.status(of: claims), isLate: Lifecycle.isLate(claims))
        }

    /// The article's file, found from this one.
    static func file(_ here: String = #filePath) -> URL {
        var root = URL(filePath: here)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appending(path: "Sources/PaymentIntents/Documentation.docc/Lifecycle.md")
    }

    /// The generated parts by the name that their markers give.
    static var parts: [(name: String, text: String)] { [("table", table), ("transitions", transitions)] }

    /// Puts the generated parts between their markers.
    ///
    /// - Parameter article: The article.
    /// - Returns: The article as it should be, or `nil` when a marker is missing.
    static func updated(_ article: String) -> String? {
        var article = article
        for (name, text) in parts {
            guard let begin = article.range(of: "<!-- \(name): generated -->\n"),
                let end = article.range(of: "<!-- \(name): end -->", range: begin.upperBound..<article.endIndex)
            else { return nil }
            article.replaceSubrange(begin.upperBound..<end.lowerBound, with: "\n\(text)\n\n")
        }
        return article
    }

    /// A list of rows of which the first that holds gives the status.
    ///
    /// A row is a few inputs that were all seen. Each time, the strongest and then shortest one is taken whose sets,
    /// among those that no earlier row decides, all have one status.
    private static var table: String {
        var rest = entries
        var lines = ["| seen | status | late |", "| --- | --- | --- |"]
        while let first = candidates.lazy.compactMap({ row(of: $0, in: rest) }).first {
            rest.removeAll { first.inputs.isSubset(of: $0.inputs) }
            let names = first.inputs.sorted().reversed().map { Input.all[$0].name }
            let seen = names.isEmpty ? "nothing yet" : names.joined(separator: " and ")
            lines.append("| \(seen) | ``PaymentStatus/\(first.status.rawValue)`` | \(first.lateness) |")
        }
        return lines.joined(separator: "\n")
    }

    /// All sets of inputs: the empty one, then by the strongest input, then by size.
    private static let candidates: [Set<Int>] = entries.map(\.inputs)
        .sorted { first, second in
            let (strength, other) = (first.max() ?? .max, second.max() ?? .max)
            guard strength == other else { return strength > other }
            guard first.count == second.count else { return first.count < second.count }
            return second.sorted().reversed().lexicographicallyPrecedes(first.sorted().reversed())
        }

    /// The row of some inputs, or `nil` when they do not decide among what is left.
    private static func row(of inputs: Set<Int>, in rest: [Entry]) -> (
        inputs: Set<Int>, status: PaymentStatus, lateness: String
    )? {
        let decided = rest.filter { inputs.isSubset(of: $0.inputs) }
        guard let status = decided.first?.status, decided.allSatisfy({ $0.status == status }) else { return nil }
        return (inputs, status, lateness(of: decided))
    }

    /// Which further inputs make a success late.
    private static func lateness(of decided: [Entry]) -> String {
        guard decided.contains(where: \.isLate) else { return "no" }
        let reasons = Input.all.indices.filter { input in
            let with = decided.filter { $0.inputs.contains(input) }
            return !with.isEmpty && with.allSatisfy(\.isLate)
        }
        guard decided.allSatisfy({ $0.isLate == !$0.inputs.isDisjoint(with: reasons) }) else { return "?" }
        return "with " + reasons.map { Input.all[$0].name }.joined(separator: " or ")
    }

    /// For each state, what leads out of it and where to.
    ///
    /// A state is a status and whether an operator decided; the claims behind it make no further difference, or the
    /// table would show a choice.
    private static var transitions: String {
        var targets: [String: [Int: Set<String>]] = [:]
        for (mask, entry) in entries.enumerated() {
            for input in Input.all.indices {
                let next = entries[mask | 1 << input]
                targets[state(entry), default: [:]][input, default: []].insert(state(next))
            }
        }
        let decided = PaymentStatus.allCases.map { $0.rawValue + mark }
        let states = (PaymentStatus.allCases.map(\.rawValue) + decided).filter { targets[$0] != nil }
        var lines: [String] = []
        for state in states {
            lines.append(state)
            var groups: [(target: String, inputs: [String])] = []
            for (input, next) in (targets[state] ?? [:]).sorted(by: { $0.key < $1.key }) where next != [state] {
                let target = next.sorted().joined(separator: " or ")
                if groups.last?.target == target {
                    groups[groups.count - 1].inputs.append(Input.all[input].name)
                } else {
                    groups.append((target, [Input.all[input].name]))
                }
            }
            lines += groups.map { group in
                let inputs = group.inputs.joined(separator: ", ")
                return "    " + inputs.padding(toLength: 24, withPad: " ", startingAt: 0) + "->  \(group.target)"
            }
        }
        return "```text\n" + lines.joined(separator: "\n") + "\n```"
    }

    private static let mark = ", decided by an operator"

    private static func state(_ entry: Entry) -> String {
        let isDecided = entry.inputs.contains { if case .resolution = Input.all[$0] { true } else { false } }
        return entry.status.rawValue + (isDecided ? mark : "")
    }
}
