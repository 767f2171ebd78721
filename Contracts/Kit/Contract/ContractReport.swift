import StrictJSON

/// What came of running all rules on one subject; a third party can publish it.
public struct ContractReport: Sendable {
    /// What one rule said.
    public struct Line: Sendable {
        /// The rule's name.
        public let rule: String

        /// What it said.
        public let verdict: ContractVerdict

        /// How long it took.
        public let time: Duration
    }

    /// The subject's name.
    public let subject: String

    /// The version of the rules.
    public let version: String

    /// One line for each rule, in the order of the rules.
    public let lines: [Line]

    /// Whether no rule is broken.
    public var isClean: Bool { violations.isEmpty }

    /// The lines of the rules that are broken, or could not be carried through.
    public var violations: [Line] {
        lines.filter {
            switch $0.verdict {
            case .passed, .notApplicable: false
            case .violated, .failed: true
            }
        }
    }

    /// Runs rules on a subject, one after the other.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - subject: What is held to them.
    ///   - name: The subject's name.
    ///   - clock: What measures the time.
    ///   - progress: Called with each line as soon as it is there.
    public init<Subject: Sendable>(
        _ rules: [ContractRule<Subject>],
        on subject: Subject,
        name: String,
        clock: any Clock<Duration> = ContinuousClock(),
        progress: (Line) -> Void = { _ in }
    ) async {
        var lines: [Line] = []
        for rule in rules {
            var verdict = ContractVerdict.passed
            let time = await clock.measure { verdict = await rule.verdict(on: subject) }
            let line = Line(rule: rule.id, verdict: verdict, time: time)
            lines.append(line)
            progress(line)
        }
        self.subject = name
        self.version = ContractVersion.current
        self.lines = lines
    }
}

extension ContractReport {
    /// The report as one JSON object: `{"subject":…,"version":…,"clean":…,"rules":[{"rule":…,"verdict":…,…}]}`.
    public var json: String {
        var object = JSONObjectWriter()
        object.write("subject", subject)
        object.write("version", version)
        object.write("clean", isClean)
        object.write("rules", list: lines.map(\.json))
        return object.text
    }
}

extension ContractReport.Line {
    /// `verdict` is `passed`, `notApplicable`, `violated` or `failed`; `milliseconds` is the time taken.
    var json: JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("rule", rule)
        switch verdict {
        case .passed:
            object.write("verdict", "passed")
        case .notApplicable(let needs):
            object.write("verdict", "notApplicable")
            object.write("needs", needs)
        case .violated(let violation):
            object.write("verdict", "violated")
            object.write("sent", violation.sent)
            object.write("came", violation.came)
            object.write("due", violation.due)
        case .failed(let error):
            object.write("verdict", "failed")
            object.write("error", error)
        }
        object.write("milliseconds", number: "\(Int64(time / .milliseconds(1)))")
        return object
    }
}
